import { type Said, said } from '@/lib/language/said';

/** What was typed into the search box of what was received. */
export type DeliverySearch =
  /** A piece of JSON: the body contains it. */
  | { readonly by: 'fragment'; readonly fragment: string }
  /** Anything else: an id of whatever kind. */
  | { readonly by: 'id'; readonly text: string };
export type Read<T> = { readonly value: T } | { readonly message: Said };

const MAX_LENGTH = 2_000;
const NOT_TEXT = said('deliveries.find.notText');
/** Deeper than any message; the database's own limit is further down. */
const MAX_DEPTH = 100;
/** How some tools write a uuid; no JSON looks like it. */
const BRACED_UUID = /^\{[0-9a-f-]{32,36}\}$/i;

/** Tells a piece of JSON from an id, or says what is wrong with the text. */
export function searchOf(typed: string): DeliverySearch | { readonly message: Said } {
  const text = typed.trim();
  if (text.length > MAX_LENGTH) return { message: said('deliveries.find.tooLong', { count: String(MAX_LENGTH) }) };
  // PostgreSQL has neither in its texts, so nothing stored can hold them.
  if (text.includes('\u0000') || !text.isWellFormed()) return { message: NOT_TEXT };
  if (!text.startsWith('{') || BRACED_UUID.test(text)) return { by: 'id', text };
  const value = parsed(text);
  if (value === undefined) return { message: said('deliveries.find.notJson') };
  const problem = problemOf(value, 0);
  return problem === null ? { by: 'fragment', fragment: text } : { message: problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What no stored body can hold, so that looking for it would only fail. */
function problemOf(value: unknown, depth: number): Said | null {
  if (depth > MAX_DEPTH) return said('deliveries.find.tooDeep');
  if (typeof value === 'number') return Number.isFinite(value) ? null : said('deliveries.find.tooLarge');
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? NOT_TEXT : null;
  if (value === null || typeof value !== 'object') return null;
  for (const part of Object.entries(value).flat()) {
    const problem = problemOf(part, depth + 1);
    if (problem) return problem;
  }
  return null;
}
