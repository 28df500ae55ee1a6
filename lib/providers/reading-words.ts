import { type Reader, spokenKept } from '@/lib/language/said';

/** Why a body was not understood, as it was kept beside it, in the reader's words. */
export function spokenReading(reason: string, reader: Reader): string {
  return spokenKept(reason, reader);
}
