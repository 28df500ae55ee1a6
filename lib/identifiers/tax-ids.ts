import { cnpj, cpf } from 'cpf-cnpj-validator';
import { withoutSeparators } from './typed-text';

/** A tax id of the shape its country gives it, right or wrong. */
export type TaxId = {
  readonly form: 'CPF' | 'CNPJ' | 'CUIT';
  /** Without punctuation, upper case. */
  readonly digits: string;
  /** As the country's papers print it. */
  readonly formatted: string;
  readonly isValid: boolean;
  /** What the check digits should be; two for CPF and CNPJ, one for CUIT. */
  readonly checkDigits: string;
};

/** Brazil, persons: 11 digits. `null` for another shape. Eleven equal digits fit the arithmetic and are still not valid. */
export function readCpf(text: string): TaxId | null {
  const digits = withoutSeparators(text);
  if (!/^\d{11}$/.test(digits)) return null;
  const checkDigits = cpfCheckDigits(digits.slice(0, 9));
  return { form: 'CPF', digits, formatted: cpf.format(digits), isValid: cpf.isValid(digits), checkDigits };
}

/** Brazil, companies: 12 digits or letters (letters since July 2026) and two digits. `null` for another shape. */
export function readCnpj(text: string): TaxId | null {
  const digits = withoutSeparators(text).toUpperCase();
  if (!/^[0-9A-Z]{12}\d{2}$/.test(digits)) return null;
  const checkDigits = cnpjCheckDigits(digits.slice(0, 12));
  return { form: 'CNPJ', digits, formatted: cnpj.format(digits), isValid: cnpj.isValid(digits), checkDigits };
}

/** Argentina (CUIT, CUIL): prefix 2, body 8, check 1. `null` for another shape. */
export function readCuit(text: string): (TaxId & { readonly holder: CuitHolder | null }) | null {
  const digits = withoutSeparators(text);
  if (!/^\d{11}$/.test(digits)) return null;
  const checkDigits = cuitCheckDigit(digits.slice(0, 10));
  const holder = CUIT_PREFIXES[digits.slice(0, 2)] ?? null;
  const isValid = holder !== null && digits.endsWith(checkDigits);
  const formatted = `${digits.slice(0, 2)}-${digits.slice(2, 10)}-${digits.slice(10)}`;
  return { form: 'CUIT', digits, formatted, isValid, checkDigits, holder };
}

export type CuitHolder = 'person' | 'company' | 'foreign';

const CUIT_PREFIXES: Readonly<Record<string, CuitHolder>> = {
  20: 'person',
  23: 'person',
  24: 'person',
  27: 'person',
  30: 'company',
  33: 'company',
  34: 'company',
  50: 'foreign',
  51: 'foreign',
  55: 'foreign',
};

/** The two check digits after 9 digits. */
export function cpfCheckDigits(body: string): string {
  const first = cpf.verifierDigit(body);
  return `${first}${cpf.verifierDigit(`${body}${first}`)}`;
}

/** The two check digits after 12 digits or capital letters. */
export function cnpjCheckDigits(body: string): string {
  const first = cnpj.verifierDigit(body);
  return `${first}${cnpj.verifierDigit(`${body}${first}`)}`;
}

/** The check digit after 10 digits. Throws on any other input. */
export function cuitCheckDigit(body: string): string {
  if (!/^\d{10}$/.test(body)) throw new Error(`Not the first 10 digits of a CUIT: ${JSON.stringify(body)}`);
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += Number(body[i]) * (weights[i] as number);
  const check = 11 - (sum % 11);
  return String(check === 11 ? 0 : check === 10 ? 9 : check);
}
