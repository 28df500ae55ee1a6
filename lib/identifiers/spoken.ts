import { type Reader, type Said, spoken } from '@/lib/language/said';
import type { Reading } from './classify';

/** What a reading tells by itself, in the reader's words and in reading order. */
export function factsOf({ facts = [] }: Reading, reader: Reader): { readonly label: string; readonly text: string }[] {
  return facts.map(({ label, text }) => ({ label: spoken(label, reader), text: toldText(text, reader) }));
}

function toldText(told: Said | string, reader: Reader): string {
  return typeof told === 'string' ? told : spoken(told, reader);
}
