import { type Reader, type Said, spoken, spokenKept } from '@/lib/language/said';

/**
 * What stands in a cell for people: a sentence in the reader's words, whether it is data yet or was kept as text. A text
 * that nobody of the desk said is written as it is.
 */
export function cellWords(words: Said | string | null | undefined, reader: Reader): string | null {
  if (words === null || words === undefined) return null;
  return typeof words === 'string' ? spokenKept(words, reader) : spoken(words, reader);
}
