import Papa from 'papaparse';
import { type Said, said } from '@/lib/language/said';
import { decodedText, lineEnds } from './csv-text';
import type { Profile } from './profile';
import { type StatementFile, type StatementPart, UnreadableFile } from './statement';
import { readTable } from './table';
import type { TableRow } from './table-cell';

const MAX_ROW_CHARACTERS = 1024 * 1024;
const MAX_CELLS = 1000;

/**
 * The parts of a CSV file, in memory for one piece of it at a time and read no faster than they are taken. Throws
 * UnreadableFile, with the line, where bytes, quotes or sizes are impossible or the headings are not the profile's.
 */
export function readCsv(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  const texts = decodedText(file, profile.encoding);
  return readTable(csvRows(texts, profile.delimiter), profile, { isRagged: false });
}

/** Rows in batches, each with the number of the line on which it begins; `texts` has "\n" for every line end. */
export async function* csvRows(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  let line = 1;
  let rest = '';
  const rowsOf = (text: string, isLast: boolean) => {
    const parsed: Parsed = parser.parse(text, 0, !isLast);
    const quotes = badQuotes(parsed, isLast, line);
    const rows: TableRow[] = [];
    for (const [index, cells] of parsed.data.entries()) {
      const lines = checkedLines(cells, line);
      if (quotes.unclosedRow === index) throw new UnreadableFile(said('parsing.csv.openQuote', { line }));
      rows.push({ place: `line ${line}`, cells, ...problemOf(quotes.rows.has(index), line, lines) });
      line += lines;
    }
    rest = text.slice(parsed.meta.cursor);
    return rows;
  };
  for await (const text of texts) {
    const rows = rowsOf(rest + text, false);
    if (rest.length > MAX_ROW_CHARACTERS) throw tooLong(line);
    if (rows.length > 0) yield rows;
  }
  if (rest !== '') yield rowsOf(rest, true);
}

type Parsed = {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
};

function badQuotes({ data, errors }: Parsed, isLast: boolean, line: number) {
  const rows = new Set<number>();
  let unclosedRow: number | null = null;
  for (const { code, row } of errors) {
    // Errors of the row that is not all there yet come again with its rest.
    if (row >= data.length && !isLast) continue;
    if (code === 'MissingQuotes') unclosedRow = row;
    else rows.add(row);
  }
  if (unclosedRow !== null && unclosedRow >= data.length) {
    throw new UnreadableFile(said('parsing.csv.openQuoteAfter', { line }));
  }
  return { rows, unclosedRow };
}

function problemOf(hasBadQuotes: boolean, line: number, lines: number): { problem?: Said } {
  if (!hasBadQuotes) return {};
  if (lines === 1) return { problem: said('parsing.csv.badQuote') };
  return { problem: said('parsing.csv.badQuoteReaches', { line: line + lines - 1 }) };
}

/** The number of lines of a row. Throws where it is larger than any row of a statement. */
function checkedLines(cells: readonly string[], line: number): number {
  if (cells.length > MAX_CELLS) throw new UnreadableFile(said('parsing.csv.tooManyCells', { line, most: MAX_CELLS }));
  let characters = 0;
  let lines = 1;
  for (const cell of cells) {
    characters += cell.length;
    lines += lineEnds(cell);
  }
  if (characters > MAX_ROW_CHARACTERS) throw tooLong(line);
  return lines;
}

function tooLong(line: number): UnreadableFile {
  return new UnreadableFile(said('parsing.csv.tooLong', { line }));
}
