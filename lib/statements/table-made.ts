import { inEnglish } from '@/lib/language/translator';
import { type Profile, profileSchema } from './profile';
import { type StatementFile, type StatementPart, UnreadableFile } from './statement';

/** For tests: a file of some bytes or a text, in pieces of a size. */
export function madeFile(content: string | Uint8Array, name = 'statement.csv', piece = 64 * 1024): StatementFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  async function* open() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  return { name, size: bytes.length, open };
}

/** For tests: a table with date, text, amount and balance, in the words of nobody. */
export const madeProfile = (more: Partial<Profile> = {}): Profile => ({
  ...profileSchema.parse({
    format: 'csv',
    zone: 'America/Mexico_City',
    columns: { date: 'Date', amount: 'Amount', balance: 'Balance', text: ['Text'] },
    balanceTexts: ['opening balance'],
    feeTexts: ['fee'],
    taxTexts: ['iva'],
  }),
  ...more,
});

/** For tests: all parts. Why a file cannot be read is told in English. */
export async function allOf<Item>(parts: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  try {
    for await (const part of parts) all.push(part);
  } catch (error) {
    throw inEnglishWords(error);
  }
  return all;
}

/** For tests: the same error, its message in English. */
export function inEnglishWords(error: unknown): unknown {
  if (error instanceof UnreadableFile) error.message = inEnglish(error.said);
  return error;
}

/** For tests: parts in a few words: "line 2 · 2026-01-05 · -1.00 · fee", "line 3 · unreadable: why", "line 4 · note". */
export function told(part: StatementPart): string {
  if (part.part === 'head') return 'head';
  if (part.part === 'note') return `${part.place} · note`;
  if (part.part === 'unreadable') return `${part.place} · unreadable: ${inEnglish(part.reason)}`;
  const { place, bookedOn, amount, balance, kind, ids } = part.line;
  return [place, bookedOn, amount, balance ?? 'no balance', kind, ...ids.map((id) => `${id.kind} ${id.key}`)].join(
    ' · ',
  );
}
