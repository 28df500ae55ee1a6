import { bankByBanxicoCode } from './clabe';
import { withoutBlanks } from './typed-text';

/**
 * The tracking key of a SPEI transfer: text of up to 30 letters and digits, leading zeros significant, no check digit.
 * Each bank builds it in its own way, so any short alphanumeric text may be one.
 */
export type ClaveRastreo = {
  /** Upper case, without the blanks that statements break it with. */
  readonly clave: string;
  /** Whether it is built as one of the ways we know, or merely could be one. */
  readonly isKnownShape: boolean;
  /** `YYYY-MM-DD` where the key begins with the operation date and the sender's Banxico code. */
  readonly operationDate: string | null;
  readonly banxicoCode: string | null;
  readonly bank: string | null;
};

const DATED = /^(20\d{2})(\d{2})(\d{2})([2349]\d{4})\d{4,17}$/;
const NAMED = /^(?:MBAN|BNET|REVO|TESTSPEI|\d{4}APR)[0-9A-Z]*\d{6}[0-9A-Z]*$/;
/** Shorter texts, or such with fewer digits, are words rather than keys. */
const POSSIBLE = /^(?=(?:[A-Z]*\d){4})[0-9A-Z]{6,30}$/;

/** Reads a text as a clave de rastreo; `null` when it cannot be one. */
export function readClaveRastreo(text: string): ClaveRastreo | null {
  const clave = withoutBlanks(text).toUpperCase();
  if (!POSSIBLE.test(clave)) return null;
  const [, year = '', month = '', day = '', banxicoCode = ''] = DATED.exec(clave) ?? [];
  if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31) {
    const operationDate = `${year}-${month}-${day}`;
    return { clave, isKnownShape: true, operationDate, banxicoCode, bank: bankByBanxicoCode(banxicoCode) };
  }
  return { clave, isKnownShape: NAMED.test(clave), operationDate: null, banxicoCode: null, bank: null };
}
