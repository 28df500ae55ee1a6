import 'server-only';
import { personalKind } from '@/lib/access/masking';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { IDENTIFIER_KINDS } from '@/lib/events/event';
import { classify } from '@/lib/identifiers/classify';
import { searchKeys } from '@/lib/identifiers/keys';
import { trimmed, withoutSeparators } from '@/lib/identifiers/typed-text';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { findExceptions, findLines, findLinesSaying } from '@/lib/reconciliation/search.store';
import type { Likeness } from '@/lib/transactions/hit';
import {
  findAnyOf,
  findBeginning,
  findContaining,
  findExact,
  findResembling,
  hitsOf,
  type NearMatch,
  type Place,
  type Wanted,
} from '@/lib/transactions/search.store';
import { findEverywhere } from './search-everywhere.store';
import { grouped, type NearHits, type SearchGroup, type SearchGroups } from './search-groups';
import {
  leastSimilarity,
  MIN_MISTYPED,
  oneSlipFrom,
  slipsAllowed,
  slipsBetween,
  twoDigitsFrom,
} from './search-mistyped';
import { MAX_QUERY_LENGTH, narrowed } from './search-text';

/** As identifiers are stored: see transactions/store. */
const MAX_KEY_LENGTH = 400;
/** Shorter beginnings would find everything. */
const MIN_PREFIX_LENGTH = 4;
const MAX_NEAR = 50;
/** What is near is a suggestion: nobody waits for it long. */
const NEAR = { milliseconds: 1_500, limit: MAX_NEAR } as const;
const NOTHING = { hits: [], count: 0, next: null } as const;
const NO_GROUPS: SearchGroups = {
  transactions: NOTHING,
  steps: NOTHING,
  events: NOTHING,
  lines: NOTHING,
  exceptions: NOTHING,
};

export type SearchOptions = {
  /** One of the text's readings, to search for that alone; any other word searches for all. */
  readonly kind?: string | null;
  /** How many of each group. */
  readonly limit: number;
};

/** What is exactly this text: external reference, identifier, our own id, event id, refund step, id in a bank's line. */
export async function search(sight: Sight, text: string, { kind = null, limit }: SearchOptions): Promise<SearchGroups> {
  const wanted = wantedOf(text, kind);
  if (!wanted) return NO_GROUPS;
  return seen(sight, await findEverywhere(wanted, { limit, after: null }));
}

/** One group of the same from a place on; steps and events are never more than a page. */
export async function searchGroup(
  sight: Sight,
  text: string,
  group: SearchGroup,
  { kind, ...place }: Place & { readonly kind: string | null },
): Promise<SearchGroups> {
  const wanted = wantedOf(text, kind);
  if (!wanted) return NO_GROUPS;
  if (group === 'lines') return seen(sight, { ...NO_GROUPS, lines: await findLines(wanted, place) });
  if (group === 'exceptions') return { ...NO_GROUPS, exceptions: await findExceptions(wanted, place) };
  const payments = grouped(await findExact(wanted, place));
  return seen(sight, { ...NO_GROUPS, [group]: payments[group] });
}

/** PostgreSQL has no NUL and no half surrogates in text, so nothing stored can hold them: `null`. */
function wantedOf(typed: string, kind: string | null): Wanted | null {
  if (typed.includes('\u0000') || !typed.isWellFormed()) return null;
  const { text, fields } = narrowed(typed, kind === null ? [] : classify(typed), kind);
  const keys = searchKeys(text.slice(0, MAX_QUERY_LENGTH)).map((key) => key.slice(0, MAX_KEY_LENGTH));
  return keys.length === 0 ? null : { keys, ids: ownIds(keys), fields };
}

/** Our own ids of transactions and events: as they are, or a provider's bare one. */
export function ownIds(keys: readonly string[]): string[] {
  return [...keys, ...keys.flatMap((key) => PROVIDERS.map((provider) => `${provider}:${key}`))];
}

/**
 * What only begins like the text, holds it, or is a slip or two apart from it; never what is exactly it. `first` ends
 * with the first of these ways that finds something, `all` goes through them. Whoever sees masked finds nothing by a part
 * of what is personal: part by part it would tell the whole.
 */
export async function searchNear(
  sight: Sight,
  text: string,
  { kind = null, ways }: { readonly kind?: string | null; readonly ways: 'first' | 'all' },
): Promise<NearHits> {
  const asked = wantedOf(text, kind);
  const wanted = asked && (sight === 'clear' ? asked : withoutPersons(asked));
  if (!wanted) return { hits: [], lines: [], isCut: false };
  const found = new Map<string, NearMatch>();
  let isCut = false;
  for (const look of [beginning, containing, oneSlipAway, twoDigitsOff, resembling]) {
    const rows = await look(wanted);
    if (rows === 'too long') isCut = true;
    else for (const row of rows) found.set(`${row.key} ${row.kind} ${row.transaction_id}`, row);
    if (found.size >= MAX_NEAR || (ways === 'first' && found.size > 0)) break;
  }
  const said = ways === 'all' ? await linesSaying(wanted) : [];
  return seen(sight, {
    hits: await hitsOf([...found.values()].slice(0, MAX_NEAR)),
    lines: said === 'too long' ? [] : said,
    isCut: isCut || said === 'too long',
  });
}

const CLEAR_KINDS = IDENTIFIER_KINDS.filter((kind) => personalKind(kind) === null);

/** The same in the kinds of identifiers that are nobody's; `null` where none of those is meant. */
function withoutPersons(wanted: Wanted): Wanted | null {
  const fields = CLEAR_KINDS.filter((kind) => wanted.fields === null || wanted.fields.includes(kind));
  return fields.length > 0 ? { ...wanted, fields } : null;
}

type Looked = Promise<readonly NearMatch[] | 'too long'>;

async function beginning(wanted: Wanted): Looked {
  const keys = wanted.keys.filter((key) => key.length >= MIN_PREFIX_LENGTH);
  if (keys.length === 0) return [];
  return as('begins', await findBeginning({ ...wanted, keys }, NEAR));
}

/** Without three letters or digits in a row there is no trigram to look up. */
const HAS_TRIGRAM = /[\p{L}\p{N}]{3}/u;

/** The text as it was typed, and without its punctuation. */
function writings({ keys: [text = ''] }: Wanted): string[] {
  const both = new Set([trimmed(text), withoutSeparators(text)]);
  return [...both].filter((writing) => writing.length >= MIN_PREFIX_LENGTH && HAS_TRIGRAM.test(writing));
}

async function containing(wanted: Wanted): Looked {
  const keys = writings(wanted);
  if (keys.length === 0) return [];
  const rows = await findContaining({ ...wanted, keys }, NEAR);
  const lower = keys.map((key) => key.toLowerCase());
  return rows === 'too long'
    ? rows
    : rows
        .filter(({ key }) => !wanted.keys.includes(key))
        .map((row) => ({ ...row, likeness: lower.includes(row.key.toLowerCase()) ? 'resembles' : 'contains' }));
}

/** The likeliest forms under which it is stored; each is tried with every slip. */
const likeliest = ({ keys }: Wanted) => keys.filter((key) => key.length >= MIN_MISTYPED).slice(0, 3);

function oneSlipAway(wanted: Wanted): Looked {
  return anyOf(wanted, likeliest(wanted).flatMap(oneSlipFrom));
}

function twoDigitsOff(wanted: Wanted): Looked {
  return anyOf(wanted, likeliest(wanted).slice(0, 1).flatMap(twoDigitsFrom));
}

async function anyOf(wanted: Wanted, texts: readonly string[]): Looked {
  const keys = [...new Set(texts)].filter((key) => !wanted.keys.includes(key));
  if (keys.length === 0) return [];
  return as('resembles', await findAnyOf({ ...wanted, keys }, NEAR));
}

async function resembling(wanted: Wanted): Looked {
  const [text] = likeliest(wanted);
  const most = text === undefined ? 0 : slipsAllowed(text);
  if (text === undefined || most === 0 || !HAS_TRIGRAM.test(text)) return [];
  const options = { least: leastSimilarity(text), fields: wanted.fields, ...NEAR, limit: 4 * MAX_NEAR };
  const rows = await findResembling(text, options);
  if (rows === 'too long') return rows;
  const isNear = (key: string) => !wanted.keys.includes(key) && slipsBetween(key, text, most) <= most;
  return rows.filter(({ key }) => isNear(key)).map((row) => ({ ...row, likeness: 'resembles' }));
}

function as(likeness: Likeness, rows: readonly Omit<NearMatch, 'likeness'>[] | 'too long') {
  return rows === 'too long' ? rows : rows.map((row) => ({ ...row, likeness }));
}

function linesSaying({ keys: [text = ''], fields }: Wanted) {
  if (fields !== null || text.length < MIN_PREFIX_LENGTH) return [];
  return findLinesSaying(text, NEAR);
}
