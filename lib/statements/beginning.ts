import Papa from 'papaparse';
import type { Said } from '@/lib/language/said';
import { SAMPLE_BYTES, sampleText } from './detect-format';
import type { Profile } from './profile';
import { readStatement } from './read-statement';
import { type StatementFile, type StatementLine, UnreadableFile } from './statement';
import { cellText } from './table-cell';
import { plain } from './table-columns';
import { xlsxRows } from './xlsx';

/** What the beginning of a file says when it is read by a profile. */
export type Beginning = {
  readonly lines: readonly StatementLine[];
  /** Why rows among the first ones cannot be read. */
  readonly unreadable: readonly { readonly place: string; readonly reason: Said; readonly text: string }[];
  /** Why the file cannot be read at all. */
  readonly problem: Said | null;
};

const PARTS_LOOKED_AT = 200;

/** The first lines of a file as a profile reads them. */
export async function readBeginning(
  file: StatementFile,
  profile: Profile,
  account: string | null,
  count: number,
): Promise<Beginning> {
  const lines: StatementLine[] = [];
  const unreadable: Beginning['unreadable'][number][] = [];
  try {
    let parts = 0;
    for await (const part of readStatement(file, profile, account)) {
      if (part.part === 'line') lines.push(part.line);
      if (part.part === 'unreadable') unreadable.push(part);
      if (lines.length >= count || ++parts >= PARTS_LOOKED_AT) break;
    }
    return { lines, unreadable: unreadable.slice(0, count), problem: null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { lines, unreadable: unreadable.slice(0, count), problem: error.said };
  }
}

/** The headings that a table has where its profile says that they stand; none where the layout has no columns. */
export async function headingsOf(file: StatementFile, profile: Profile): Promise<readonly string[]> {
  const cells = profile.format === 'csv' ? await csvHeadings(file, profile) : await xlsxHeadings(file, profile);
  return [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))];
}

/** The same profile, its columns written as the file writes them: case, accents and blanks are compared away. */
export function asInFile(profile: Profile, headings: readonly string[]): Profile {
  const { columns } = profile;
  if (!columns) return profile;
  const written = (heading: string) => headings.find((own) => plain(own) === plain(heading)) ?? heading;
  const { text, ids, outgoingWords, ...single } = columns;
  const rewritten = <T extends object>(named: T): T =>
    Object.fromEntries(Object.entries(named).map(([name, heading]) => [name, heading && written(heading)])) as T;
  return { ...profile, columns: { ...rewritten(single), ids: rewritten(ids), text: text.map(written), outgoingWords } };
}

async function csvHeadings(file: StatementFile, { encoding, delimiter, preamble }: Profile): Promise<string[]> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= SAMPLE_BYTES) break;
  }
  const text = sampleText(Buffer.concat(pieces).subarray(0, SAMPLE_BYTES), encoding).replace(/\r\n?/g, '\n');
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: preamble + 1 });
  return data[preamble] ?? [];
}

async function xlsxHeadings(file: StatementFile, { format, sheet, preamble }: Profile): Promise<string[]> {
  if (format !== 'xlsx') return [];
  let at = 0;
  try {
    for await (const batch of xlsxRows(file, sheet)) {
      for (const { cells } of batch) if (at++ === preamble) return cells.map(cellText);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  return [];
}
