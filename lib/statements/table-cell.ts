import type { Said } from '@/lib/language/said';

/** One cell of a table: text as it stands in the file, or what a workbook says it is. */
export type Cell =
  | string
  /** Plain decimal text with "."; `hasLostDigits` where the workbook could not hold all of them. */
  | { readonly kind: 'number'; readonly text: string; readonly hasLostDigits: boolean }
  /** YYYY-MM-DD and HH:MM:SS; `date` is `null` for a time of day alone. */
  | { readonly kind: 'date'; readonly date: string | null; readonly time: string | null };

/** One row: its place for people ("line 12", "row 12") and its cells; `problem` where it could not be taken apart. */
export type TableRow = { readonly place: string; readonly cells: readonly Cell[]; readonly problem?: Said };

const UNPRINTABLE = /(?![\t\r\n])\p{Cc}/gu;

/** What a person would read in the cell. Characters that no database keeps are left out. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(UNPRINTABLE, '');
  if (cell.kind === 'number') return cell.text;
  return [cell.date, cell.time].filter(Boolean).join(' ');
}

/** What banks write into a cell that holds nothing. */
const FILLERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '–',
  'no aplica',
  'n/a',
  'na',
  'n.a.',
  'null',
]);

/** Whether a cell holds nothing. */
export function isFiller(text: string): boolean {
  return FILLERS.has(text.trim().toLowerCase());
}

/** Whether nothing is in any cell. */
export function isBlank(row: TableRow): boolean {
  return row.cells.every((cell) => cellText(cell).trim() === '');
}

/** The row as one short text, to show what could not be read. */
export function rowText({ cells }: TableRow): string {
  const text = cells
    .map((cell) => cellText(cell).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' · ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
