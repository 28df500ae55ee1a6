import { readCbu } from '@/lib/identifiers/cbu';
import { readClabe } from '@/lib/identifiers/clabe';
import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import { readCnpj, readCpf, readCuit } from '@/lib/identifiers/tax-ids';
import { DOTS, maskAccount, maskEmail, maskName, maskPhone, maskTaxId } from './masking';

/** Masking of free text: personal ids wherever they stand in it. Rather a number too many than one too few. Pure. */

const BLANK = String.raw`\s\u00ad\u200b-\u200d\u2060\ufeff`;
/** Between the digits of one number there is at most this. */
const BETWEEN = String.raw`[${BLANK}.\-/()\u2010-\u2015\u2212]{0,3}`;

/** What stays, in this order, before what is looked at: what is masked, addresses of the web, our ids, PIX ids, uuids, hashes, times. */
const KEPT = [
  String.raw`(?<![\p{L}\p{N}•])(?:•••\.\d{3}\.\d{3}-••|[0-9A-Z]{2}\.•••\.•••\/[0-9A-Z]{4}-••|\d{2}-•••••\d{3}-•|\p{L}?•••@|\d{0,7}•••\d{0,4}|\p{L}•••)(?![\p{L}\p{N}•])`,
  String.raw`(?<![\p{L}\p{N}])(?:juno:[a-z_]+|ripio|brla):[0-9a-f]{8}-[0-9a-f-]{27}(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\p{L}\p{N}-])`,
  String.raw`(?<![\p{L}\p{N}])[ED][0-9A-Z]{8}20\d{10}[0-9A-Za-z]{11}(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}])0x[0-9a-fA-F]{40,64}(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}]|\d[.\-/])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\p{L}\p{N}]|[.\-/]\d)`,
].join('|');
const EMAIL = String.raw`[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`;
const RFC = String.raw`(?<![\p{L}\p{N}])[A-Za-zÑñ&]{3,4}[ -]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?(?:[HMhm][A-Za-z]{5})?[0-9A-Za-z]{2,3}(?![\p{L}\p{N}])`;
const NEW_CNPJ = String.raw`(?<![\p{L}\p{N}])(?=[0-9./-]*[A-Za-z])[0-9A-Za-z]{2}\.?[0-9A-Za-z]{3}\.?[0-9A-Za-z]{3}\/?[0-9A-Za-z]{4}-?\d{2}(?![\p{L}\p{N}])`;
const DIGITS = String.raw`\+?\(?\d(?:${BETWEEN}\d)*`;

/** What is told by its form; the numbers are looked for in what is between. */
const FORMED = new RegExp(`(?<kept>${KEPT})|(?<email>${EMAIL})|(?<rfc>${RFC})|(?<cnpj>${NEW_CNPJ})`, 'gu');
const NUMBERS = new RegExp(DIGITS, 'gu');
const LABEL =
  /(?:cl[ai]be|cta|cuenta|conta|account|acct|cbu|cvu|cpf|cnpj|cuit|cuil|rfc|tel|cel|fone|celular|whatsapp|chave|clave pix)[^\p{L}\p{N}]{0,3}$/iu;

/** A text with every personal id in it masked: accounts, tax ids, e-mails, phones. References and dates stay. */
export function maskText(text: string): string {
  if (!/\d{2}|@/.test(text)) return text;
  let [masked, end] = ['', 0];
  for (const { 0: whole, index, groups = {} } of text.matchAll(FORMED)) {
    if (groups.cnpj !== undefined && !isLetteredCnpj(whole)) continue;
    masked += maskNumbers(text, end, index) + maskFormed(whole, groups);
    end = index + whole.length;
  }
  return masked + maskNumbers(text, end, text.length);
}

function maskFormed(whole: string, { kept, email }: Readonly<Record<string, string | undefined>>): string {
  if (kept !== undefined) return whole;
  if (email !== undefined) return maskEmail(whole);
  // The tax authority's own stand-ins for "the public" and "a foreigner" are nobody's.
  return /^X[AE]XX010101000$/i.test(whole) ? whole : maskTaxId(whole);
}

/** Part of a text, with the numbers in it masked; what stands before and after it is looked at. */
function maskNumbers(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(NUMBERS, (run: string, place: number) => {
    const at = from + place;
    return maskDigits(run, text.slice(Math.max(0, at - 24), at), text.slice(at + run.length, at + run.length + 24));
  });
}

/** Names only, of people and firms, known to belong to what the text is about, besides the ids. */
export function maskTextAbout(text: string, names: Iterable<string>): string {
  let masked = maskText(text);
  for (const name of names) {
    const words = name.split(/[\s,;]+/).filter((word) => [...word].length >= 3 && !word.includes('•'));
    if (words.length === 0) continue;
    const anyOf = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
    masked = masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf})(?![\\p{L}\\p{N}])`, 'giu'), maskName);
  }
  return masked;
}

const isLetteredCnpj = (text: string) =>
  /[A-Za-z]/.test(text) && (/[./]/.test(text) || readCnpj(text)?.isValid === true);

type Piece = { readonly text: string; readonly start: number; readonly end: number };

/** A run of digits with punctuation: which of its pieces together are an id is asked from the longest down. */
function maskDigits(run: string, before: string, after: string): string {
  const pieces: Piece[] = [...run.matchAll(/\d+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  let [masked, written, i] = ['', 0, 0];
  while (i < pieces.length) {
    const found = longestId(run, pieces, i, before, after);
    const first = pieces[i] as Piece;
    if (found) {
      const last = pieces[found.last] as Piece;
      const from = Math.max(written, found.isPhone ? run.slice(0, first.start).search(/\+?\(?$/) : first.start);
      masked += run.slice(written, from) + found.masked;
      [written, i] = [last.end, found.last + 1];
    } else i++;
  }
  return masked + run.slice(written);
}

type Found = { readonly last: number; readonly masked: string; readonly isPhone?: boolean };
const MOST_PIECES = 9;

function longestId(run: string, pieces: readonly Piece[], i: number, before: string, after: string): Found | null {
  for (let last = Math.min(pieces.length, i + MOST_PIECES) - 1; last >= i; last--) {
    const [first, end] = [pieces[i] as Piece, pieces[last] as Piece];
    const lead = before + run.slice(0, first.start);
    const asked: Asked = {
      written: run.slice(first.start, end.end),
      lengths: pieces.slice(i, last + 1).map(({ text }) => text.length),
      digits: pieces
        .slice(i, last + 1)
        .map(({ text }) => text)
        .join(''),
      isLabelled: LABEL.test(lead.replace(/[+(]+$/, '')),
      isGlued: /[\p{L}•]$/u.test(lead) || /^[\p{L}•]/u.test(run.slice(end.end) + after),
      isPlus: /\+\(?$/.test(lead) || run.slice(0, first.start).endsWith('+'),
      isAmount: last === i && isFraction(run.slice(end.end) + after, lead),
    };
    const masked = maskedId(asked);
    if (masked !== null) return { last, masked, isPhone: asked.isPlus || /\($/.test(run.slice(0, first.start)) };
  }
  return null;
}

/** "1234567890.55", "1234567890,5": money, where the digits are not too many for it. */
const isFraction = (after: string, before: string) => /^[.,]\d{1,18}(?!\d)/.test(after) || /[$,]$|\d\.$/.test(before);

type Asked = {
  readonly written: string;
  readonly lengths: readonly number[];
  readonly digits: string;
  readonly isLabelled: boolean;
  readonly isGlued: boolean;
  readonly isPlus: boolean;
  readonly isAmount: boolean;
};

function maskedId(asked: Asked): string | null {
  const { digits, lengths, isLabelled, isGlued, isPlus } = asked;
  const isOne = lengths.length === 1;
  const shape = lengths.join('-');
  if (digits.length === 18) return isAccount18(asked) ? maskAccount(digits) : null;
  if (digits.length === 22) return isOne || readCbu(digits)?.isValid || isLabelled ? maskAccount(digits) : null;
  if (digits.length === 14 && (shape === '2-3-3-4-2' || shape === '8-4-2' || readCnpj(digits)?.isValid))
    return maskTaxId(digits);
  if (digits.length === 11 && (shape === '3-3-3-2' || shape === '2-8-1' || isTaxId(digits))) {
    return asked.isAmount && !isTaxId(digits) ? null : maskTaxId(asked.written);
  }
  if (isPlus && digits.length >= 8 && digits.length <= 15) return maskPhone(digits);
  if (!isOne) return isPhoneShape(shape) && !isGlued ? maskPhone(digits) : null;
  return maskedPlain(asked);
}

const isTaxId = (digits: string) => readCpf(digits)?.isValid === true || readCuit(digits)?.isValid === true;

/** Eighteen digits are a CLABE unless they are built like a clave de rastreo. */
function isAccount18({ digits, lengths, isLabelled, isGlued }: Asked): boolean {
  const clabe = readClabe(digits);
  if (clabe?.isValid || isLabelled) return true;
  if (isGlued) return false;
  return lengths.length === 1
    ? !readClaveRastreo(digits)?.isKnownShape
    : clabe?.bank != null && new Set(lengths).size <= 3;
}

const isPhoneShape = (shape: string) =>
  /^(?:2-4-4|3-3-4|2-5-4|2-9|3-4-4|2-2-4-4|2-2-5-4|2-1-2-4-4|2-3-3-4)$/.test(shape);

/** One number without punctuation. */
function maskedPlain({ digits, isLabelled, isGlued, isAmount }: Asked): string | null {
  if (isLabelled && digits.length >= 5) return digits.length >= 7 ? maskAccount(digits) : DOTS;
  if (isGlued || (isAmount && digits.length <= 15)) return null;
  if (digits.length === 10) return /^[2-9]/.test(digits) ? maskPhone(digits) : null;
  if (digits.length === 11) return maskTaxId(digits);
  if (digits.length === 12 || digits.length === 13) return /^5[245]/.test(digits) ? maskPhone(digits) : null;
  if (digits.length === 14) return isTimeOfDay(digits) ? null : maskTaxId(digits);
  if (digits.length >= 15 && digits.length <= 21)
    return readClaveRastreo(digits)?.isKnownShape ? null : maskAccount(digits);
  return null;
}

/** 20260314150233. */
const isTimeOfDay = (digits: string) =>
  /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(digits);
