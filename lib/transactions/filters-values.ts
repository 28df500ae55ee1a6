import { STATUSES } from '@/lib/events/status';
import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { ENVIRONMENTS, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { RECONCILED } from '@/lib/reconciliation/match';
import { isTimeZone, type TimeZone } from '@/lib/time-zones';
import { isMoment } from './filters-moments';

/** What was not understood, and where: `parameter` is a parameter's name, or `q` for something in its text. */
export type Problem = { readonly parameter: string; readonly message: Said };
/** A value, or why there is none. */
export type Read<T> = { readonly value: T } | { readonly message: Said };

/** Conditions that a payment meets or does not. */
export const IS_WORDS = ['late', 'stuck', 'incomplete', 'duplicate', 'inferred', 'reopened', 'unrecognised'] as const;
export type IsWord = (typeof IS_WORDS)[number];

export const RECONCILED_WORDS = RECONCILED;
export const ALL_KINDS: readonly string[] = Object.values(KINDS).flat();

/** A reader of one of some words; it carries them, for the reference of the API. */
export const oneOf = <T extends string>(words: readonly T[]) => {
  const read = (text: string): Read<T> => {
    const word = words.find((known) => known === text);
    return word === undefined ? { message: notOneOf(text, words) } : { value: word };
  };
  return Object.assign(read, { words });
};

export function notOneOf(text: string, words: readonly string[]): Said {
  return said('filters.problem.notOneOf', { text: quoted(text), words: { all: words } });
}

/** The parameters that may repeat; a comma does the same, and a leading `!` excludes. */
export const LISTS = {
  provider: oneOf(PROVIDERS),
  kind: oneOf(ALL_KINDS),
  status: oneOf(STATUSES),
  currency: readCurrency,
  environment: oneOf(ENVIRONMENTS),
  reconciliation: oneOf(RECONCILED_WORDS),
  is: oneOf(IS_WORDS),
} as const satisfies Record<string, (text: string) => Read<string>>;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** The parameters that stand once. */
export const SINGLES = {
  occurred_from: readMoment,
  occurred_to: readMoment,
  updated_from: readMoment,
  updated_to: readMoment,
  amount_min: readAmount,
  amount_max: readAmount,
} as const satisfies Record<string, (text: string) => Read<string>>;
export type SingleName = keyof typeof SINGLES;
export const SINGLE_NAMES = Object.keys(SINGLES) as SingleName[];

/** One word of a list parameter, its exclusion kept: `juno`, `!juno`. */
export function readWord(name: ListName, text: string): Read<string> {
  const { word, isExcluded } = wordOf(text);
  const read = LISTS[name](word);
  return 'value' in read && isExcluded ? { value: `!${read.value}` } : read;
}

/** A word of a list parameter, and whether it excludes. */
export function wordOf(text: string): { readonly word: string; readonly isExcluded: boolean } {
  return text.startsWith('!') ? { word: text.slice(1), isExcluded: true } : { word: text, isExcluded: false };
}

function readCurrency(text: string): Read<string> {
  return /^[A-Za-z0-9]{2,12}$/.test(text)
    ? { value: text.toUpperCase() }
    : { message: said('filters.problem.notCurrency', { text: quoted(text) }) };
}

function readMoment(text: string): Read<string> {
  return isMoment(text) ? { value: text } : { message: said('filters.problem.notMoment', { text: quoted(text) }) };
}

function readAmount(text: string): Read<string> {
  const amount = decimalText(text);
  return amount === null ? { message: said('filters.problem.notAmount', { text: quoted(text) }) } : { value: amount };
}

export function readZone(text: string | null): Read<TimeZone> {
  if (!text) return { value: 'UTC' };
  return isTimeZone(text) ? { value: text } : { message: said('filters.problem.notZone', { text: quoted(text) }) };
}

/** Whether PostgreSQL can be asked for a text at all. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** A beginning of what was typed, for a message. */
export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
