/**
 * What people write as a reason may name somebody by a number. The log is append-only and read by those who see such
 * values masked, so what looks like one is left out before it is written. Pure.
 */

/** Members of a deed's detail that hold what a person typed. */
const TYPED = ['reason', 'remark', 'note', 'text'] as const;

const PERSONAL = [
  /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g, // e-mail addresses
  /\b[A-ZÑ&]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b/gi, // CURP
  /\b[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}\b/gi, // RFC
  // CPF, CNPJ, CUIT, CLABE, CVU, CBU, telephone numbers: nine digits or more, however they are grouped.
  /\+?(?:\d[ .\-/]?){8,}\d/g,
];

/** What stands in their place. */
export const LEFT_OUT = '[…]';

export function withoutIds(text: string): string {
  return PERSONAL.reduce((rest, pattern) => rest.replace(pattern, LEFT_OUT), text);
}

/** A deed's detail with what people typed cleaned; all else is ours and stays as it is. */
export function withoutPersonal(detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' && TYPED.some((typed) => typed === name) ? withoutIds(value) : value,
    ]),
  );
}
