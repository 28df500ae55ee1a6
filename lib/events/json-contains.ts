import { isLosslessNumber, type LosslessNumber, parse } from 'lossless-json';

/**
 * Whether one piece of JSON contains another, as PostgreSQL's `@>` has it: an object the members that are asked for, a list
 * every item that is asked for, in any order; numbers by their value, every digit counted. Pure.
 */

/** Longer bodies are not looked into. */
export const LONGEST_SEARCHED = 64 * 1024;

/** A reader of bodies that tells which of them contain the fragment; what is no JSON contains nothing. */
export function containing(fragment: string): (body: Uint8Array) => boolean {
  const wanted = parsed(fragment);
  return (body) => {
    if (wanted === undefined || body.length === 0 || body.length > LONGEST_SEARCHED) return false;
    const value = parsed(new TextDecoder('utf-8', { fatal: false }).decode(body));
    return value !== undefined && contains(value, wanted);
  };
}

function parsed(text: string): unknown {
  try {
    // Of a member that is named twice the last counts, as everywhere.
    return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return undefined;
  }
}

function contains(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(value) && wanted.every((item) => value.some((one) => contains(one, item)));
  }
  if (isLosslessNumber(wanted)) return isLosslessNumber(value) && isSameNumber(value, wanted);
  if (wanted === null || typeof wanted !== 'object') return value === wanted;
  if (value === null || typeof value !== 'object' || Array.isArray(value) || isLosslessNumber(value)) return false;
  return Object.entries(wanted).every(
    ([name, part]) => Object.hasOwn(value, name) && contains((value as Record<string, unknown>)[name], part),
  );
}

function isSameNumber(a: LosslessNumber, b: LosslessNumber): boolean {
  return a.value === b.value || plain(a.value) === plain(b.value);
}

/** "1.50", "15e-1" and "1.5" alike: sign, digits without zeros at the ends, and the power of ten of the last. */
function plain(number: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const bare = digits.replace(/0+$/, '');
  if (bare === '') return '0';
  return `${sign}${bare}e${Number(power) - fraction.length + digits.length - bare.length}`;
}
