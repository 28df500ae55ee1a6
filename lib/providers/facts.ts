import type { DetailName, Facts, Identifier, IdentifierKind, Link, LinkRelation } from '@/lib/events/event';
import type { Money } from '@/lib/money';

/**
 * Facts, put together from what a payload says. `undefined` goes in wherever a payload may be silent, and never comes
 * out: an absent member means "not said here".
 */

/** Members that may be left open. */
export type Unsaid<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** Details by name, where a payload told them. */
export type DetailsSaid = Unsaid<Record<DetailName, string>>;

/** What may become an identifier, if its value was said. */
export type Candidate = readonly [kind: IdentifierKind, value: string | null | undefined, network?: string | undefined];

/** What a payload contributes, and the doubt that is left where it uses a word we do not know. */
export type Told = {
  readonly facts: Unsaid<Facts>;
  readonly identifiers: readonly Candidate[];
  readonly doubt?: string | undefined;
};

type Said<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** The members that were said; `undefined` when none was. */
export function said<T extends object>(members: T): Partial<Said<T>> | undefined {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<Said<T>>) : undefined;
}

/** Facts without empty members. */
export function facts(members: Unsaid<Facts>): Facts {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  const entries = Object.entries(members).filter(([, value]) => value !== undefined && !isEmpty(value));
  return Object.fromEntries(entries) as Facts;
}

/** The details that were said; `undefined` when none was. */
export function details(members: DetailsSaid): Facts['details'] {
  return said(members);
}

/** An amount, if one was said. Its currency may be unknown; nobody invents one. */
export function money(amount: string | undefined, currency: string | undefined): Money | undefined {
  return amount === undefined ? undefined : { amount, currency: currency ?? null };
}

/** The identifiers that were said, each once, in the order given; the network goes with hashes and addresses. */
export function identifiers(...candidates: readonly Candidate[]): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const [kind, value, network] of candidates) {
    if (value == null) continue;
    found.set(`${kind} ${value}`, network === undefined ? { kind, value } : { kind, value, network });
  }
  return [...found.values()];
}

/** The links whose other end was said. */
export function links(
  ...candidates: readonly (readonly [relation: LinkRelation, target: string | undefined])[]
): Link[] {
  return candidates.flatMap(([relation, target]) => (target === undefined ? [] : [{ relation, target }]));
}

/** A flag as a detail: "true" or "false". */
export function flagText(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : String(flag);
}
