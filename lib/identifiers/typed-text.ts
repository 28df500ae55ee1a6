/** How people and PDFs write one and the same value: blanks, invisible characters, dots, dashes of every width. */

/** White space, and the zero-width characters that copying out of a PDF or a chat brings along. */
const BLANK = String.raw`\s\u00ad\u200b-\u200d\u2060`;
const SEPARATOR = String.raw`${BLANK}.\-/\u2010-\u2015\u2212`;

const OUTER_BLANKS = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, 'g');
const BLANKS = new RegExp(`[${BLANK}]+`, 'g');
const SEPARATORS = new RegExp(`[${SEPARATOR}]+`, 'g');

/** Without blanks before and after. */
export function trimmed(text: string): string {
  return text.replace(OUTER_BLANKS, '');
}

/** Without any blank. */
export function withoutBlanks(text: string): string {
  return text.replace(BLANKS, '');
}

/** Without blanks, dots, dashes and slashes: what is left of a CLABE, CBU or tax id however it was punctuated. */
export function withoutSeparators(text: string): string {
  return text.replace(SEPARATORS, '');
}
