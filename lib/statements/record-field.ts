import { centsText } from '@/lib/money';

/** The text at some positions of a record, counted from 1 as the banks' tables do, without the blanks at its ends. */
export function field(text: string, from: number, to: number): string {
  return text.slice(from - 1, to).trim();
}

/** Digits that count hundredths, as a decimal; `null` for anything else. */
export function cents(text: string): string | null {
  return /^\d{1,18}$/.test(text) ? centsText(text) : null;
}

/** Some systems end a file with the sign of an older age for it. */
const END_OF_FILE = '\u001a';

/** Whether a line has nothing in it. */
export function isBlank(text: string): boolean {
  return text.replaceAll(END_OF_FILE, '').trim() === '';
}
