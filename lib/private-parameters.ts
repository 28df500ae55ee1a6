import { searchOf } from '@/lib/events/received-search';
import { tokenOf } from '@/lib/kept-value';
import type { TYPED_PARAMETERS, TypedList } from '@/lib/private-typed';
import { isPrivate } from '@/lib/search-text';

/** How the address of a list is rid of what must not stand in it. */
export type PrivateList = {
  /** The values in an address that must not stand there, each once. */
  readonly valuesOf: (search: URLSearchParams) => string[];
  /** The values in an address that are kept already. */
  readonly keptOf: (search: URLSearchParams) => string[];
  /** The same address, from its first page, with other values in the place of those. */
  readonly withValues: (search: URLSearchParams, values: ReadonlyMap<string, string>) => URLSearchParams;
};

type Rule = (value: string) => boolean;

/** A list some of whose parameters hold one text each, that is private by a rule. */
function byParameter<L extends TypedList>(
  rules: Readonly<Record<(typeof TYPED_PARAMETERS)[L][number], Rule>>,
): PrivateList {
  const ruleOf: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));
  const textsOf = (search: URLSearchParams) =>
    [...search].filter(([name]) => ruleOf.has(name)).map(([name, text]) => [name, text.trim()] as const);
  return {
    valuesOf: (search) => {
      const open = textsOf(search).filter(([name, text]) => text !== '' && !tokenOf(text) && ruleOf.get(name)?.(text));
      return [...new Set(open.map(([, text]) => text))];
    },
    keptOf: (search) =>
      textsOf(search)
        .map(([, text]) => text)
        .filter((text) => tokenOf(text)),
    withValues: (search, values) =>
      new URLSearchParams(
        [...search]
          .filter(([name]) => name !== 'cursor')
          .map(([name, text]) => [name, ruleOf.has(name) ? (values.get(text.trim()) ?? text) : text]),
      ),
  };
}

/** For lists that look into what banks and providers say of people: words in a row, or without a number, may be a name. */
export function mayBePersonal(text: string): boolean {
  const mayBeName = /\p{L}{2}\s+\p{L}{2}/u.test(text) || (!/\d/.test(text) && /\p{L}{2}/u.test(text));
  return mayBeName || isPrivate(text);
}

/** An id may be personal; a piece of JSON, also one that is not whole yet, may hold anything. */
function isPrivateSearch(text: string): boolean {
  const search = searchOf(text);
  return 'message' in search || search.by === 'fragment' || isPrivate(text);
}

/** The lists whose parameters hold one text each. */
export const PARAMETER_LISTS = {
  legs: byParameter<'legs'>({ q: mayBePersonal, account: () => true }),
  lines: byParameter<'lines'>({ q: mayBePersonal }),
  exceptions: byParameter<'exceptions'>({ q: mayBePersonal }),
  workbench: byParameter<'workbench'>({ q: mayBePersonal, find: mayBePersonal }),
  refunds: byParameter<'refunds'>({ q: isPrivate }),
  received: byParameter<'received'>({ find: isPrivateSearch }),
  audit: byParameter<'audit'>({ who: isPrivate, object: isPrivate, address: isPrivate }),
} as const satisfies Readonly<Record<TypedList, PrivateList>>;
