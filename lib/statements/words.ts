import { type Reader, type Said, spoken } from '@/lib/language/said';

/** A text as a file or a bank has it, or a sentence of the desk's own. */
export type Words = string | Said;

/** Either, for the reader. */
export function wordsOf(words: Words, reader: Reader): string {
  return typeof words === 'string' ? words : spoken(words, reader);
}

/** Whether something was not read: then there is a sentence that says why. */
export function isSaid(read: object): read is Said {
  return 'key' in read;
}
