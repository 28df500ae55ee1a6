import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventType, Facts, Identifier, IdentifierKind, PaymentEvent, RefundStep } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import type { Money } from '@/lib/money';
import { type Kind, PROVIDERS, type Provider } from './catalogue';
import type { Reading } from './contract';
import { canonicalJson, type Json, readJson } from './json';
import { readDelivery } from './read';

/** For tests only: the fixtures as bytes, and a short way to write down the events that they must give. */

const folderOf = (provider: Provider) => join(import.meta.dirname, provider, 'fixtures');

export function fixtureNames(provider: Provider): string[] {
  return readdirSync(folderOf(provider)).map((file) => file.replace(/\.json$/, ''));
}

export function fixture(provider: Provider, name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folderOf(provider), `${name}.json`)));
}

/** Every fixture of every provider. */
export const FIXTURES = PROVIDERS.flatMap((provider) => fixtureNames(provider).map((name) => ({ provider, name })));

/** Members to replace, by path ("payload.refund_steps.0.id"), with JSON text; `undefined` removes one. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** What is read from a fixture in which some members were changed. */
export function readingOf(provider: Provider, name: string, changes: Changes = {}): Reading {
  return readDelivery(provider, bytesOf(changed(jsonOf(fixture(provider, name)), changes)));
}

export function bytesOf(json: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(json));
}

export function jsonOf(bytes: Uint8Array): Json {
  const json = readJson(bytes);
  if (!json.ok) throw new Error(json.reason);
  return json.value;
}

function changed(json: Json, changes: Changes): Json {
  for (const [path, text] of Object.entries(changes)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce((at, name) => at[name] as { [name: string]: Json }, json as { [name: string]: Json });
    if (text === undefined) delete holder[last];
    else holder[last] = jsonOf(new TextEncoder().encode(text));
  }
  return json;
}

/** The event, or events, of each fixture, by its name. */
export type Golden = Readonly<Record<string, PaymentEvent | readonly PaymentEvent[]>>;

type Lists = 'fees' | 'links' | 'identifiers';
type Amounts = 'amount' | 'amountOut' | 'revertedAmount';
export type ShortFacts = Omit<Facts, Amounts | Lists | 'refund'> & {
  readonly [Name in Amounts]?: string;
} & {
  readonly [Name in Lists]?: readonly string[];
} & {
  readonly refund?: {
    readonly status?: string;
    readonly providerStatus?: string;
    readonly steps: readonly string[];
  };
};

/**
 * An event from one line "id transactionId kind type providerStatus occurredAt" (`-` for null), and its facts with
 * amounts as "12.50 BRL", fees as "transfer 0.75 BRLA", links as "relation target", identifiers as "kind value network"
 * and refund steps as "step status providerStatus id".
 */
export function event(line: string, short: ShortFacts): PaymentEvent {
  const [id = '', transactionId = '', kind = '-', type, providerStatus = '-', occurredAt = ''] = line.split(' ');
  return {
    id,
    transactionId,
    provider: id.slice(0, id.indexOf(':')) as Provider,
    kind: orNull(kind) as Kind | null,
    type: type as EventType,
    providerStatus: orNull(providerStatus),
    occurredAt,
    isEcho: id.includes('~'),
    facts: factsOf(short),
  };
}

function factsOf({ amount, amountOut, revertedAmount, fees, links, identifiers, refund, ...rest }: ShortFacts): Facts {
  const all = {
    ...rest,
    amount: amount && money(amount),
    amountOut: amountOut && money(amountOut),
    revertedAmount: revertedAmount && money(revertedAmount),
    fees: fees?.map((fee) => ({ kind: firstWord(fee), amount: money(afterFirstWord(fee)) })),
    links: links?.map((link) => ({ relation: firstWord(link), target: afterFirstWord(link) })),
    identifiers: identifiers?.map(identifier),
    refund: refund && { ...refund, steps: refund.steps.map(refundStep) },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Facts;
}

function refundStep(text: string): RefundStep {
  const [step = '', status, providerStatus = '', id = '-'] = text.split(' ');
  return { step, status: status as RefundStatus, providerStatus, id: orNull(id) };
}

function orNull(text: string): string | null {
  return text === '-' ? null : text;
}

function money(text: string): Money {
  return { amount: firstWord(text), currency: afterFirstWord(text) || null };
}

function identifier(text: string): Identifier {
  const [kind, value = '', network] = text.split(' ');
  return network ? { kind: kind as IdentifierKind, value, network } : { kind: kind as IdentifierKind, value };
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? '';
}

function afterFirstWord(text: string): string {
  return text.slice(firstWord(text).length + 1);
}
