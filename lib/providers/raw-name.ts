import type { Provider } from './catalogue';
import { type Json, LosslessNumber, readJson } from './json';

/** Where each provider writes what a message is about: the members whose words, joined, are its raw name. */
const NAMED_BY = {
  juno: [
    ['payload', 'type'],
    ['payload', 'status'],
  ],
  ripio: [['event_type']],
  brla: [
    ['subscription'],
    ['data', 'status'],
    // Avenia, which may put everything in an `event` and a ticket in its own member.
    ['data', 'ticket', 'status'],
    ['event', 'subscription'],
    ['event', 'data', 'status'],
    ['event', 'data', 'ticket', 'status'],
  ],
} as const satisfies Record<Provider, readonly (readonly string[])[]>;

/** The same for a row of a provider's list, in the envelope that we make around it. */
const LISTED_BY: readonly (readonly string[])[] = [
  ['list'],
  ['row', 'transaction_type'],
  ['row', 'summary_status'],
  ['row', 'status'],
];

/** Longer words are no names. */
const LONGEST_WORD = 60;

/**
 * What a provider calls a message, in its own words ("ISSUANCE COMPLETE", "FIAT_DEPOSIT.COMPLETED", "MINT QUEUED"), read
 * from the body whether or not we understand the rest; `null` where the body does not say.
 */
export function rawName(provider: Provider, body: Uint8Array): string | null {
  const json = readJson(body);
  if (!json.ok) return null;
  const words = [...NAMED_BY[provider], ...LISTED_BY].map((path) => path.reduce<Json | undefined>(member, json.value));
  const told = words.filter((word) => typeof word === 'string' && word !== '' && word.length <= LONGEST_WORD);
  return told.length > 0 ? told.join(' ') : null;
}

function member(value: Json | undefined, name: string): Json | undefined {
  const isGroup =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
  return isGroup && Object.hasOwn(value, name) ? value[name] : undefined;
}
