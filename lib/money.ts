/**
 * Exact money. In memory an amount is a `bigint` of 10⁻¹⁸ units; on the wire, in events and in the browser it is a
 * decimal string with the digits it was given ("1298.3766240000" keeps its zeros). No `number` ever holds money.
 */

/** Decimal digits kept after the point: enough for an 18-decimal token. */
export const SCALE = 18;
/** Digits allowed before the point, as numeric(38,18) would. */
export const INTEGER_DIGITS = 20;

/** A decimal string ("-12.50") and its currency or token code; `null` where nobody said which. */
export type Money = { readonly amount: string; readonly currency: string | null };

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const JSON_NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The decimal text of a plain decimal or JSON number, digit for digit; exponents are written out, needless leading
 * zeros dropped. `null` when it is not a decimal or needs more than 20 digits before or 18 after the point.
 */
export function decimalText(text: string): string | null {
  const match = JSON_NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return placePoint(sign, whole + fraction, whole.length + Number(exponent));
}

/** The decimal text of an integer count of hundredths ("12345" → "123.45"); `null` when it is no integer. */
export function centsText(text: string): string | null {
  if (!/^-?\d+$/.test(text)) return null;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length).padStart(3, '0');
  return placePoint(sign, digits, digits.length - 2);
}

function placePoint(sign: string, digits: string, point: number): string | null {
  if (point > INTEGER_DIGITS + digits.length || point < -SCALE - digits.length) return null;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at);
  if (whole.length > INTEGER_DIGITS || fraction.length > SCALE) return null;
  const isZero = !/[1-9]/.test(whole + fraction);
  return `${isZero ? '' : sign}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** Units of 10⁻¹⁸ of a decimal string. Throws on anything `decimalText` would not return. */
export function toUnits(amount: string): bigint {
  const match = DECIMAL.exec(amount);
  if (!match || (match[3]?.length ?? 0) > SCALE) throw new Error(`Not an exact amount: ${JSON.stringify(amount)}`);
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction.padEnd(SCALE, '0'));
  return sign ? -units : units;
}

/** The decimal string of units of 10⁻¹⁸ with at least `decimals` digits after the point, and no needless zeros past them. */
export function fromUnits(units: bigint, decimals = 0): string {
  const digits = (units < 0n ? -units : units).toString().padStart(SCALE + 1, '0');
  const whole = digits.slice(0, -SCALE);
  let fraction = digits.slice(-SCALE);
  while (fraction.length > decimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** Digits after the point in a decimal string. */
export function decimalsOf(amount: string): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

/** a + b, with as many decimals as the more precise of the two. */
export function add(a: string, b: string): string {
  return fromUnits(toUnits(a) + toUnits(b), Math.max(decimalsOf(a), decimalsOf(b)));
}

/** a − b, with as many decimals as the more precise of the two. */
export function subtract(a: string, b: string): string {
  return fromUnits(toUnits(a) - toUnits(b), Math.max(decimalsOf(a), decimalsOf(b)));
}

/** −1, 0 or 1, as a is less than, equal to or greater than b. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const difference = toUnits(a) - toUnits(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
