import { type Said, spoken } from '@/lib/language/said';
import { useReader } from './reader';

/** A sentence that came as data, in the reader's words. */
export function Says({ said }: { readonly said: Said }) {
  return spoken(said, useReader());
}
