import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';

/** What is in an amount's cell: exact decimal text, or why it cannot be told. */
export type ReadDecimal =
  | { readonly amount: string; readonly reason?: undefined }
  | { readonly amount?: undefined; readonly reason: Said };

export type DecimalSign = '.' | ',';

const BLANKS = /[\s\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff]+/g;
const CURRENCY = String.raw`R\$|US\$|U\$S|MX\$|AR\$|\$|MXNB|BRL1|MXN|BRL|ARS|USDC|USDT|USD|EUR|€|M\.?N\.?`;
const BEFORE = new RegExp(`^([+-]?)(?:${CURRENCY})`, 'i');
const AFTER = new RegExp(`(?:${CURRENCY})([+-]?|[DC])$`, 'i');
/** Whole digits plain or in groups of three by one separator, then the decimals. */
const WRITTEN = {
  '.': /^(?:(\d+)|([1-9]\d{0,2}(?:([,'’])\d{3})(?:\3\d{3})*))?(?:\.(\d+))?$/,
  ',': /^(?:(\d+)|([1-9]\d{0,2}(?:([.'’])\d{3})(?:\3\d{3})*))?(?:,(\d+))?$/,
} as const;
/** Characters an amount's cell can have and still be one. */
const LONGEST = 80;
const BLANK_GROUPS = /^\D*[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?\D*$/;

/**
 * The amount in a text under a decimal sign: "R$ 1.234,56", "$1,800.00", "(12.50)", "12,50-", "1.234,56 D". Under "."
 * "1,234" is 1234 and "1,23" is nothing. No JavaScript number is made, nothing is rounded, no doubt is decided.
 */
export function readDecimal(text: string, decimal: DecimalSign): ReadDecimal {
  const shown = text.trim();
  if (shown.length > LONGEST) return unread(shown, decimal);
  if (/\d\s+\d/.test(shown) && !BLANK_GROUPS.test(shown)) return unread(shown, decimal);
  const signed = signOf(shown.replace(BLANKS, '').replace(/[−–‒]/g, '-'));
  if (signed === null) return { reason: said('parsing.amount.twice', { text: quoted(shown) }) };
  const { body, isNegative } = signed;
  const match = WRITTEN[decimal].exec(body);
  const [, plain, grouped, , fraction] = match ?? [];
  const whole = plain ?? grouped?.replace(/\D/g, '');
  if (!match || (whole === undefined && fraction === undefined)) return unread(shown, decimal);
  const amount = decimalText(`${isNegative ? '-' : ''}${whole ?? '0'}${fraction === undefined ? '' : `.${fraction}`}`);
  return amount === null ? { reason: said('parsing.amount.tooManyDigits', { text: quoted(shown) }) } : { amount };
}

function unread(shown: string, decimal: DecimalSign): ReadDecimal {
  return { reason: said('parsing.amount.none', { text: quoted(shown), decimal }) };
}

/** Sign and currency taken off; `null` where there are two signs. */
function signOf(text: string): { body: string; isNegative: boolean } | null {
  const signs: string[] = [];
  let body = text;
  const take = (pattern: RegExp) => {
    const match = pattern.exec(body);
    if (!match) return;
    body = body.replace(pattern, '');
    if (match[1]) signs.push(match[1].toUpperCase());
  };
  if (/^\(.*\)$/.test(body)) {
    signs.push('-');
    body = body.slice(1, -1);
  }
  take(BEFORE);
  take(/^([+-])/);
  take(AFTER);
  take(/(?<=\d)([+-]|[DC]|DB|CR)$/i);
  if (signs.length > 1) return null;
  return { body, isNegative: signs[0] === '-' || signs[0]?.startsWith('D') === true };
}

/** A piece of a file inside of a sentence. */
export function quoted(text: string): string {
  const line = text.replace(BLANKS, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}

/**
 * The decimal text of a number as a workbook stores it: a binary number with 15 certain digits, so "1234.5599999999999"
 * is 1234.56. `hasLostDigits` where it needs more than 15, and for whole numbers too large to be told exactly.
 */
export function storedNumber(raw: string): { readonly text: string; readonly hasLostDigits: boolean } | null {
  const exact = decimalText(raw);
  if (exact !== null && significantDigits(exact) <= 15 && wholeDigits(exact) <= 15) {
    return { text: exact, hasLostDigits: false };
  }
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return null;
  const text = decimalText(String(value));
  if (text === null) return { text: raw, hasLostDigits: true };
  return { text, hasLostDigits: significantDigits(text) > 15 || wholeDigits(text) > 15 };
}

function significantDigits(text: string): number {
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length;
}

function wholeDigits(text: string): number {
  return text.replace('-', '').split('.')[0]?.length ?? 0;
}
