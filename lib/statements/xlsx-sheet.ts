import { said } from '@/lib/language/said';
import { storedNumber } from './decimal';
import { UnreadableFile } from './statement';
import type { Cell, TableRow } from './table-cell';
import { type Shown, serialDate } from './xlsx-styles';
import { attribute, type Token } from './xlsx-xml';

const MAX_ROWS = 1_048_576;
const MAX_CELLS = 1000;
const MAX_STRINGS = 2_000_000;

/** What the cells of a sheet refer to. */
export type Workbook = {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly calendar: 1900 | 1904;
};

/** The texts that cells share. */
export async function readStrings(batches: AsyncIterable<readonly Token[]>): Promise<string[]> {
  const strings: string[] = [];
  const reader = new TextReader();
  for await (const batch of batches) {
    for (const token of batch) {
      reader.take(token);
      if (token.token === 'text' || token.name !== 'si') continue;
      if (token.token === 'open') reader.text = '';
      if (token.token === 'close' || token.isEmpty) strings.push(decoded(reader.text));
      if (strings.length > MAX_STRINGS) throw new UnreadableFile(said('parsing.xlsx.tooManyTexts'));
    }
  }
  return strings;
}

/** Gathers the text of `t` elements; how East Asian words are spoken is not part of it. */
class TextReader {
  text = '';
  private isText = false;
  private isSpoken = false;

  take(token: Token): void {
    if (token.token === 'text') {
      if (this.isText && !this.isSpoken) this.text += token.text;
      return;
    }
    const isInside = token.token === 'open' && !token.isEmpty;
    if (token.name === 't') this.isText = isInside;
    if (token.name === 'rPh') this.isSpoken = isInside;
  }
}

/** Characters that XML cannot have are written _x000D_. */
function decoded(text: string): string {
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toWellFormed();
}

/** The rows of a sheet in batches. Throws UnreadableFile where it has more rows or cells than a sheet can have. */
export async function* sheetRows(
  batches: AsyncIterable<readonly Token[]>,
  workbook: Workbook,
): AsyncGenerator<TableRow[]> {
  const reader = new SheetReader(workbook);
  for await (const batch of batches) {
    const rows: TableRow[] = [];
    for (const token of batch) {
      const row = reader.take(token);
      if (row) rows.push(row);
    }
    if (rows.length > 0) yield rows;
  }
}

class SheetReader {
  private readonly inline = new TextReader();
  private rows = 0;
  private number = 0;
  private cells: Cell[] | null = null;
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private isValue = false;

  constructor(private readonly workbook: Workbook) {}

  take(token: Token): TableRow | null {
    if (token.token === 'text') {
      if (this.isValue) this.value += token.text;
    } else if (token.name === 'row') {
      return this.row(token);
    } else if (token.name === 'c') {
      this.cell(token);
    } else if (token.name === 'v') {
      this.isValue = token.token === 'open' && !token.isEmpty;
    }
    this.inline.take(token);
    return null;
  }

  private row(token: Exclude<Token, { token: 'text' }>): TableRow | null {
    if (token.token === 'open') {
      this.rows++;
      this.number = Number(attribute(token.attributes, 'r') ?? this.number + 1);
      if (this.rows > MAX_ROWS || !(this.number <= MAX_ROWS)) {
        throw new UnreadableFile(said('parsing.xlsx.tooManyRows', { most: MAX_ROWS }));
      }
      this.cells = [];
      this.column = -1;
      if (!token.isEmpty) return null;
    }
    const row = this.cells && { place: `row ${this.number}`, cells: this.cells };
    this.cells = null;
    return row;
  }

  private cell(token: Exclude<Token, { token: 'text' }>): void {
    if (!this.cells) return;
    if (token.token === 'open') {
      const place = attribute(token.attributes, 'r');
      this.column = place === undefined ? this.column + 1 : columnOf(place);
      this.type = attribute(token.attributes, 't') ?? 'n';
      this.style = Number(attribute(token.attributes, 's') ?? -1);
      this.value = '';
      this.inline.text = '';
      if (!token.isEmpty) return;
    }
    const cell = this.content();
    if (cell === '') return;
    if (!(this.column >= 0 && this.column < MAX_CELLS)) {
      throw new UnreadableFile(said('parsing.xlsx.tooManyCells', { row: this.number, most: MAX_CELLS }));
    }
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = cell;
  }

  private content(): Cell {
    const { strings, styles, calendar } = this.workbook;
    if (this.type === 'inlineStr') return decoded(this.inline.text);
    if (this.value === '') return '';
    if (this.type === 's') {
      const text = strings[Number(this.value)];
      if (text === undefined) throw new UnreadableFile(said('parsing.xlsx.noText', { row: this.number }));
      return text;
    }
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd') return isoDate(this.value);
    if (this.type !== 'n') return decoded(this.value);
    const shown = styles[this.style] ?? 'number';
    const date = shown === 'number' ? null : serialDate(this.value, shown, calendar);
    if (date) return date;
    const number = storedNumber(this.value.trim());
    return number ? { kind: 'number', ...number } : this.value;
  }
}

function isoDate(value: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}).*)?$/.exec(value);
  return match?.[1] ? { kind: 'date', date: match[1], time: match[2] ?? null } : value;
}

/** "AB12" is 27, counted from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
