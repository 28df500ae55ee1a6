import { markedEncoding } from './csv-text';
import type { Format, Profile } from './profile';
import { isWindows1252, mendWindows1252 } from './windows-1252';

/** How much of a file is looked at. */
export const SAMPLE_BYTES = 64 * 1024;

/** The layout of a file by what is in it, never by its name; `null` where it is none that is known. */
export function formatOf(start: Uint8Array): Format | null {
  const [a, b, c, d] = start;
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return 'xlsx';
  const text = sampleText(start, encodingOf(start).encoding);
  if (text.includes('\0') || text.trim() === '') return null;
  const head = text.trimStart();
  if (/OFXHEADER|<OFX>/i.test(text)) return 'ofx';
  if (/camt\.053|<(?:\w+:)?BkToCstmrStmt/.test(text)) return 'camt053';
  if (head.startsWith('<') && /claveRastreo|SPEI_Tercero/i.test(text)) return 'cep';
  if (/^[[{]/.test(head) && /"(?:pix|endToEndId)"/.test(text)) return 'pix_api';
  if (isCuaderno43(text)) return 'cuaderno_43';
  if (isFixedWidth(text, start.length >= SAMPLE_BYTES)) return 'cnab';
  return /^[<{]/.test(head) ? null : 'csv';
}

/** A record of an account with its days and opening balance, then nothing but records. */
function isCuaderno43(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, 2);
  return /^11.{33}\d{12}[12]\d{14}/.test(first) && /^(?:22|33)/.test(second);
}

/** Records of 240 or 750 characters. */
function isFixedWidth(text: string, isCut: boolean): boolean {
  const lines = text.split(/\r\n?|\n/);
  if (isCut) lines.pop();
  const full = lines.filter((line) => line !== '' && line !== '\u001a');
  return full.length > 0 && [240, 750].some((width) => full.every((line) => line.length === width));
}

/** The encoding of a text: by its mark, by zero bytes, by being UTF-8; else the one of old Windows, which fits anything. */
export function encodingOf(start: Uint8Array): { readonly encoding: Profile['encoding']; readonly isMarked: boolean } {
  const marked = markedEncoding(start)?.encoding;
  if (marked === 'utf-8' || marked === 'utf-16le') return { encoding: marked, isMarked: true };
  if (hasZeroEverySecond(start)) return { encoding: 'utf-16le', isMarked: false };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return { encoding: 'utf-8', isMarked: false };
  } catch {
    return { encoding: 'windows-1252', isMarked: false };
  }
}

function hasZeroEverySecond(start: Uint8Array): boolean {
  let zeros = 0;
  for (let at = 1; at < start.length; at += 2) if (start[at] === 0) zeros++;
  return start.length >= 4 && zeros > start.length / 4;
}

/** The beginning of a file as text, wrong bytes shown as such. */
export function sampleText(start: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(start, { stream: true });
  return isWindows1252(encoding) ? mendWindows1252(text) : text;
}
