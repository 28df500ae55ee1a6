import { keptText, said } from '@/lib/language/said';

/** What is kept of why a file failed: the words of what refused it, which are nobody's language but the database's. */
export function failureOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : keptText(said('exports.failure.failed'));
}
