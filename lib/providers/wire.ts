import { z } from 'zod';
import { centsText, decimalText } from '@/lib/money';
import { instantOfText, instantOfUnixMillis } from './clock';
import { type Json, LosslessNumber } from './json';

/**
 * How values are written on the wire: the zod types that the providers' payloads are declared with. In all of them
 * `null` and an empty text mean "not said" and become `undefined`; anything of the wrong form is an issue that says what
 * was expected and what was found. Fields that are not declared pass unread.
 */

/** Identifiers and words are indexed by the database, which has a limit of its own (2704 bytes) for an index entry. */
const LONGEST_TEXT = 500;
const SAFE_ID = /^[^\s\p{C}]{1,200}$/u;

/** Reads one value; `null` when it is not of the expected form. */
type Read<T> = (value: Json) => T | null;

/** An optional member. */
function member<T>(expected: string, read: Read<T>) {
  return z
    .unknown()
    .transform((value, context) => (isSaid(value) ? readOr(context, value, expected, read) : undefined))
    .optional();
}

/** A member without which the payload says nothing. */
function needed<T>(expected: string, read: Read<T>) {
  return z.preprocess((value, context) => {
    if (isSaid(value)) return readOr(context, value, expected, read);
    context.issues.push({ code: 'custom', message: 'is missing', input: value });
    return z.NEVER;
  }, z.custom<T>());
}

function readOr<T>(context: z.RefinementCtx, value: Json, expected: string, read: Read<T>): T {
  const found = read(value);
  if (found !== null) return found;
  context.issues.push({
    code: 'custom',
    message: `should be ${expected}, not ${nameOf(value)}`,
    input: value,
  });
  return z.NEVER;
}

function isSaid(value: unknown): value is Json {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

/** A value as a reason names it: short texts and numbers themselves, the rest by what it is. */
function nameOf(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value instanceof LosslessNumber) return `the number ${cut(value.value)}`;
  if (value === null || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'an array' : 'an object';
}

/** A text in quotes, cut to what fits a line. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  const characters = [...text.slice(0, 130)];
  return text.length > 80 ? `${characters.slice(0, 60).join('')}…` : text;
}

const asText: Read<string> = (value) => (typeof value === 'string' ? value : null);
const asShortText: Read<string> = (value) => (typeof value === 'string' && value.length <= LONGEST_TEXT ? value : null);
const asId: Read<string> = (value) => (typeof value === 'string' && SAFE_ID.test(value) ? value : null);
const asDecimal: Read<string> = (value) => (typeof value === 'string' ? decimalText(value) : null);
const asNumber: Read<string> = (value) => (value instanceof LosslessNumber ? value.value : null);

const SHORT_TEXT = `a text of at most ${LONGEST_TEXT} characters`;
const ID = 'an id without blanks of at most 200 characters';
const DECIMAL = 'a decimal amount of at most 20 digits before the point and 18 after';
const INSTANT = 'a time with its offset, between 2009 and 2100';

/** A reference, name of a network, address, hash: exactly as written. */
export const text = member(SHORT_TEXT, asShortText);
/** A sentence for people, of any length. */
export const prose = member('a text', asText);
/** A word out of the provider's vocabulary: a type or a status. Which words exist is for the normaliser to say. */
export const word = needed(SHORT_TEXT, asShortText);
/** The id that an event or a transaction is named by. */
export const id = needed(ID, asId);
/** The id of another transaction. */
export const otherId = member(ID, asId);
/** The same, given bare or as an object that holds it under `id`. */
export const otherIdOrHolder = member(`${ID}, bare or as the id of an object`, (value) =>
  asId(isPlainObject(value) ? (value.id ?? null) : value),
);
export const flag = member('true or false', (value) => (typeof value === 'boolean' ? value : null));
/** A decimal text in whole units, digit for digit. A number is refused: its unit would be a guess. */
export const units = member(DECIMAL, asDecimal);
/** The same, for providers whose unit is the same either way: a JSON number counts as the digits it was written with. */
export const amount = member(DECIMAL, (value) => decimalText(asNumber(value) ?? asText(value) ?? ''));
/** A JSON integer of hundredths, read into whole units ("123.45"). A text or a fraction is refused for the same reason. */
export const cents = member('a whole number of cents', (value) => centsText(asNumber(value) ?? ''));
/** A rate or a level, which nobody computes with: the digits as written. */
export const digits = member('a number', (value) => asNumber(value) ?? asShortText(value));
/** An ISO 8601 time, read into UTC. */
export const instant = member(INSTANT, (value) => instantOfText(asText(value) ?? ''));
/** UNIX milliseconds as a JSON integer, read into UTC. */
export const unixMillis = needed('UNIX milliseconds between 2009 and 2100', (value) =>
  instantOfUnixMillis(asNumber(value) ?? ''),
);

/** An object inside the payload. */
export function group<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess(plainObject, z.object(shape).optional());
}

/** The object a payload consists of. */
export function body<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value, context) => {
    const found = plainObject(value, context);
    if (found === undefined) context.issues.push({ code: 'custom', message: 'is missing', input: value });
    return found;
  }, z.object(shape));
}

/** An optional list of objects. */
export function list<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value, context) => {
    if (value === undefined || value === null) return undefined;
    return readOr<Json[]>(context, value as Json, 'an array', (json) => (Array.isArray(json) ? json : null));
  }, z.array(body(shape)).optional());
}

/** A LosslessNumber is an object to zod, but not to a provider. */
function plainObject(value: unknown, context: z.RefinementCtx): unknown {
  if (value === undefined || value === null) return undefined;
  return readOr<Json>(context, value as Json, 'an object', (json) => (isPlainObject(json) ? json : null));
}

export function isPlainObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

/** The first flaw zod found, as a sentence: "payload.issuance.amount should be a decimal amount, not an object." */
export function flawOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = (issue?.path ?? [])
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return `${path.replace(/^\./, '') || 'The body'} ${issue?.message ?? 'cannot be read'}.`;
}
