import { type Said, said } from '@/lib/language/said';
import { quoted } from './decimal';
import { placeWords } from './place';
import type { Profile } from './profile';
import { type StatementPart, UnreadableFile } from './statement';
import { cellText, isBlank, rowText, type TableRow } from './table-cell';
import { type Layout, layoutOf, layoutProblem, plain } from './table-columns';
import { type KindTexts, kindTexts, readRow } from './table-line';

/** How far below the preamble the headings may stand: banks add a line to it now and then. */
const HEADING_ROWS = 50;
/** Rows without a day at the end of a file that may be its footer. */
export const FOOTER_ROWS = 1000;

type Source = {
  /** A workbook leaves empty cells at the end of a row away; a CSV file does not. */
  readonly isRagged: boolean;
};

/**
 * The parts of a table, read by a profile. Every row, also of the preamble, gives one part, so that parts add up to the
 * rows of the file. Lines come in its order; a row without a day waits until it is known for a footer. Throws UnreadableFile where the headings are not the profile's.
 */
export async function* readTable(
  batches: AsyncIterable<readonly TableRow[]>,
  profile: Profile,
  source: Source,
): AsyncGenerator<StatementPart> {
  const reader = new TableReader(profile, source);
  for await (const batch of batches) for (const row of batch) yield* reader.take(row);
  yield* reader.end();
}

/** A row that waits to know the day of a later one, or whether it is a footer. */
type Held = (day: string | null) => StatementPart;

class TableReader {
  private layout: Layout | null = null;
  private readonly columns: NonNullable<Profile['columns']>;
  private readonly texts: KindTexts;
  private rows = 0;
  private best: { problem: Said; place: string; cells: number } | null = null;
  private lastDay: string | null = null;
  private held: Held[] = [];

  constructor(
    private readonly profile: Profile,
    private readonly source: Source,
  ) {
    if (!profile.columns) throw new UnreadableFile(said('parsing.table.noColumns'));
    this.columns = profile.columns;
    this.texts = kindTexts(profile);
  }

  *take(row: TableRow): Generator<StatementPart> {
    this.rows++;
    if (!this.layout) return yield this.heading(row);
    if (isBlank(row) || this.isHeading(row)) return yield noteOf(row);
    const read = readRow(row, this.layout, this.profile, this.texts, this.source.isRagged);
    if (read.row === 'line') {
      yield* this.release(read.line.bookedOn);
      this.lastDay = read.line.bookedOn;
      return yield { part: 'line', line: read.line };
    }
    if (read.row === 'unreadable') return yield unreadable(row, read.reason);
    if (read.row === 'undated_balance') {
      const { lastDay } = this;
      if (lastDay !== null) return yield { part: 'line', line: read.on(lastDay) };
      this.held.push((day) => (day === null ? noteOf(row) : { part: 'line', line: read.on(day) }));
    } else {
      this.held.push((day) => (day === null ? noteOf(row) : unreadable(row, said('parsing.table.noDate'))));
    }
    if (this.held.length > FOOTER_ROWS) throw new UnreadableFile(tooManyUndated(row));
  }

  *end(): Generator<StatementPart> {
    if (!this.layout) throw new UnreadableFile(this.noHeading());
    yield* this.release(null);
  }

  private *release(day: string | null): Generator<StatementPart> {
    for (const part of this.held) yield part(day);
    this.held = [];
  }

  private heading(row: TableRow): StatementPart {
    if (this.rows > this.profile.preamble && !isBlank(row)) {
      const problem = layoutProblem(this.columns, row.cells);
      if (problem === null) this.layout = layoutOf(this.columns, row.cells, row.place);
      else if (row.cells.length > (this.best?.cells ?? 0)) {
        this.best = { problem, place: row.place, cells: row.cells.length };
      }
      if (problem !== null && this.rows > this.profile.preamble + HEADING_ROWS) {
        throw new UnreadableFile(this.noHeading());
      }
    }
    return noteOf(row);
  }

  private noHeading(): Said {
    if (this.best) {
      const { problem, place } = this.best;
      return said('parsing.table.at', { problem, place: placeWords(place) });
    }
    const headings = [this.columns.date, ...this.columns.text].map(quoted).join(', ');
    return said('parsing.table.noHeadingRow', { headings });
  }

  private isHeading(row: TableRow): boolean {
    const first = this.layout?.headings[0];
    if (first === undefined || plain(cellText(row.cells[0])) !== first) return false;
    return this.layout?.headings.every((heading, at) => plain(cellText(row.cells[at])) === heading) === true;
  }
}

function noteOf(row: TableRow): StatementPart {
  return { part: 'note', place: row.place, text: rowText(row) };
}

function unreadable(row: TableRow, reason: Said): StatementPart {
  return { part: 'unreadable', place: row.place, reason, text: rowText(row) };
}

function tooManyUndated({ place }: TableRow): Said {
  return said('parsing.table.undated', { most: FOOTER_ROWS, place: placeWords(place) });
}
