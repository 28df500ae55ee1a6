import { type Reader, spoken } from '@/lib/language/said';
import { partSaid } from '@/lib/reconciliation/explain';

/** What a part of an amount is, in the reader's words; one of a person's own stays as it is. */
export function partWords(label: string, reader: Reader): string {
  const part = partSaid(label);
  return typeof part === 'string' ? part : spoken(part, reader);
}
