import { amountText, formatCount, formatInstant, formatLag, moneyText } from '@/lib/format';
import type { Money } from '@/lib/money';
import type { TimeZone } from '@/lib/time-zones';
import type { AnyTranslator, MessageKey } from './catalogue';
import type { Region } from './region';

/**
 * A sentence that is not in a language yet: which message of the catalogue, and what goes into it. What judges, stores
 * or refuses says its reason so, and whoever shows it turns it into the reader's words. It can be kept as JSON.
 */
export type Said = { readonly key: MessageKey; readonly values?: SaidValues };
export type SaidValues = { readonly [name: string]: SaidValue };

/**
 * Text is shown as it is (an id, a provider's word, a file's name); a number chooses a plural and is grouped. The rest
 * is written in the reader's own way.
 */
export type SaidValue =
  | string
  | number
  | Said
  | { readonly money: Money }
  /** An amount kept as text, with or without its currency: "12000.00 MXN", "0.50". */
  | { readonly amount: string }
  | { readonly count: number }
  /** An instant, ISO 8601. */
  | { readonly at: string }
  /** Milliseconds. */
  | { readonly lag: number }
  /** Several, joined by commas, or with "and" or "or" before the last. */
  | { readonly all: readonly SaidValue[]; readonly by?: 'and' | 'or' };

export function said(key: MessageKey, values?: SaidValues): Said {
  return values === undefined ? { key } : { key, values };
}

/** Who reads: `t` of the whole catalogue (no room), the signs of numbers, the clock. */
export type Reader = { readonly t: AnyTranslator; readonly region: Region; readonly zone: TimeZone };

/** The sentence in the reader's words. */
export function spoken({ key, values = {} }: Said, reader: Reader): string {
  const given = Object.entries(values).map(([name, value]) => [name, valueText(value, reader)] as const);
  return reader.t(key, Object.fromEntries(given));
}

function valueText(value: SaidValue, reader: Reader): string | number {
  if (typeof value !== 'object') return value;
  if ('key' in value) return spoken(value, reader);
  if ('money' in value) return moneyText(value.money, reader.region);
  if ('amount' in value) return amountText(value.amount, reader.region);
  if ('count' in value) return formatCount(value.count, reader.region);
  if ('at' in value) return formatInstant(value.at, reader.zone, reader.region).text;
  if ('lag' in value) return formatLag(value.lag, reader.region);
  return joined(
    value.all.map((part) => String(valueText(part, reader))),
    reader.region,
    value.by,
  );
}

const lists = new Map<string, Intl.ListFormat>();

/** "a, b and c" in the reader's language; commas alone without `by`. */
export function joined(parts: readonly string[], region: Region, by?: 'and' | 'or'): string {
  if (by === undefined) return parts.join(', ');
  const name = `${region} ${by}`;
  const list =
    lists.get(name) ??
    // British English has no comma before the "and".
    new Intl.ListFormat(region === 'en' ? 'en-GB' : region, { type: by === 'and' ? 'conjunction' : 'disjunction' });
  lists.set(name, list);
  return list.format(parts);
}

/** For a text column: a sentence as JSON. */
export function keptText(sentence: Said): string {
  return JSON.stringify(sentence);
}

/** What `keptText` wrote; a plain text, as rows from before have it, comes back as the text it is. */
export function keptSaid(text: string): Said | string {
  if (!text.startsWith('{"key":"')) return text;
  try {
    const read: unknown = JSON.parse(text);
    return isSaid(read) ? read : text;
  } catch {
    return text;
  }
}

function isSaid(read: unknown): read is Said {
  return typeof read === 'object' && read !== null && 'key' in read && typeof read.key === 'string';
}

/** A kept sentence in the reader's words; one from before the languages in the words it was written in. */
export function spokenKept(text: string, reader: Reader): string {
  const kept = keptSaid(text);
  if (typeof kept === 'string') return kept;
  try {
    return spoken(kept, reader);
  } catch {
    return text; // somebody typed what only looks like one
  }
}
