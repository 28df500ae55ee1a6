import { createHash } from 'node:crypto';
import { LosslessNumber, parse } from 'lossless-json';

/** JSON as it was written: a number keeps its digits as text. */
export type Json = null | boolean | string | LosslessNumber | Json[] | { [name: string]: Json };

export { LosslessNumber };

/** Deeper than any provider's message and far from the parser's stack. */
const MAX_DEPTH = 64;

/** Bytes → JSON, or the reason why not. Never throws. */
export function readJson(bytes: Uint8Array): { ok: true; value: Json } | { ok: false; reason: string } {
  if (bytes.length === 0) return { ok: false, reason: 'The body is empty.' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'The body is not UTF-8 text.' };
  }
  const depth = depthOf(text);
  if (depth > MAX_DEPTH) return { ok: false, reason: `The JSON is nested deeper than ${MAX_DEPTH} levels.` };
  try {
    const value = parse(text) as Json;
    const flaw = unstorable(value);
    return flaw ? { ok: false, reason: flaw } : { ok: true, value };
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 160) : 'unknown';
    return { ok: false, reason: `The body is not JSON: ${printable(detail)}` };
  }
}

/** Brackets open at once, strings skipped: bounds the parser's recursion before it starts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
}

/** PostgreSQL refuses NUL in text and jsonb, and lone surrogates have no UTF-8: the bytes stay evidence, unread. */
function unstorable(value: Json): string | null {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return 'A text holds a NUL character.';
    if (!value.isWellFormed()) return 'A text holds half a surrogate pair.';
    return null;
  }
  if (value === null || typeof value === 'boolean') return null;
  // The parser assigns, and assigning __proto__ sets an object's prototype: its content would be read but not seen.
  const prototype = Object.getPrototypeOf(value);
  if (prototype === LosslessNumber.prototype) return null;
  if (prototype === Array.prototype) return first(value as Json[], unstorable);
  if (prototype !== Object.prototype) return 'A member is named __proto__.';
  return first(
    Object.entries(value as { [name: string]: Json }),
    ([name, member]) => unstorable(name) ?? unstorable(member),
  );
}

function first<T>(list: Iterable<T>, test: (item: T) => string | null): string | null {
  for (const item of list) {
    const found = test(item);
    if (found) return found;
  }
  return null;
}

function printable(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, '\uFFFD');
}

/** One text per content: members sorted, no blanks, numbers digit for digit. */
export function canonicalJson(value: Json): string {
  if (value instanceof LosslessNumber) return value.value;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** 128 bits of SHA-256 over the canonical text, in hex: the identity of content that has no id of its own. */
export function fingerprint(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32);
}
