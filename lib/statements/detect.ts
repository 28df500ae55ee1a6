import Papa from 'papaparse';
import { type Said, said } from '@/lib/language/said';
import { isZeroDate, readDate } from './calendar';
import { type Columns, guessedColumns, headingRow, shippedFit, valuesUnder } from './detect-columns';
import { encodingOf, formatOf, SAMPLE_BYTES, sampleText } from './detect-format';
import { detectDateOrder, detectDecimal, type Guess, telling } from './detect-values';
import { DATE_ORDERS, FORMATS, type Format, type Profile, profileSchema } from './profile';
import { MEXICAN_KINDS } from './profiles-mexico';
import { type StatementFile, UnreadableFile } from './statement';
import { cellText, type TableRow } from './table-cell';
import { mendWindows1252 } from './windows-1252';
import type { Words } from './words';
import { xlsxRows } from './xlsx';

/** What a file seems to be: a proposal, for a person to look at. */
export type Detection = {
  /** `null` where nothing that is known is in it. */
  readonly format: Format | null;
  /** Complete, but for `columns` where they were not recognised; `null` with the format. */
  readonly profile: Profile | null;
  readonly shipped: { readonly id: string; readonly label: Words } | null;
  /** The headings of a table, to choose columns from. */
  readonly headings: readonly string[];
  readonly guesses: readonly Guess[];
  /** What is not certain, in words. */
  readonly doubts: readonly Said[];
};

const NOTHING = { shipped: null, headings: [], guesses: [], doubts: [] } as const;
const DELIMITERS = [',', ';', '|', '\t'] as const;
const SAMPLE_ROWS = 500;

/** What a file is. Never throws for what is in it, only for what reading it throws. */
export async function detectFile(file: StatementFile): Promise<Detection> {
  const start = await beginningOf(file);
  if (formatOf(start) !== 'xlsx') return detect(file.name, start);
  try {
    const rows: TableRow[] = [];
    for await (const batch of xlsxRows(file)) {
      rows.push(...batch.slice(0, SAMPLE_ROWS - rows.length));
      if (rows.length >= SAMPLE_ROWS) break;
    }
    return detectTable(rows, profileSchema.parse({ format: 'xlsx', zone: 'UTC' }), [], []);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ...NOTHING, format: null, profile: null, doubts: [error.said] };
  }
}

async function beginningOf(file: StatementFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    pieces.push(piece.subarray(0, SAMPLE_BYTES - length));
    length += piece.length;
    if (length >= SAMPLE_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** What a file is by its first 64 KiB. Total: any bytes. A workbook's columns need `detectFile`. */
export function detect(name: string, start: Uint8Array): Detection {
  const sample = start.subarray(0, SAMPLE_BYTES);
  const format = formatOf(sample);
  if (format === null) return { ...NOTHING, format, profile: null, doubts: [unknownFile(name, sample)] };
  const { encoding, isMarked } = encodingOf(sample);
  const kinds = format === 'cuaderno_43' ? MEXICAN_KINDS : {};
  const base = profileSchema.parse({ format, zone: ZONES[format] ?? 'UTC', encoding, ...kinds });
  if (format !== 'csv') return { ...NOTHING, format, profile: base, doubts: doubtOfName(name, format) };
  const text = sampleText(sample, encoding).replace(/\r\n?/g, '\n');
  const isCut = sample.length >= SAMPLE_BYTES;
  const { delimiter, rows } = bestDelimiter(text, isCut);
  const accented = telling(text.match(/[\p{L} ]*[^\p{ASCII}\s][\p{L} ]*/gu)?.slice(0, 20) ?? [], () => true);
  const bytesOf = (word: string) =>
    mendWindows1252(new TextDecoder('windows-1252').decode(new TextEncoder().encode(word)));
  const samples =
    encoding === 'utf-8'
      ? accented.map((word) => ({ before: bytesOf(word), after: word }))
      : accented.map((word) => ({ before: word, after: word }));
  const doubts = encoding === 'windows-1252' && !isMarked ? [said('parsing.detect.windows')] : [];
  const guesses: Guess[] = [
    { setting: 'encoding', value: encoding, samples },
    { setting: 'delimiter', value: delimiter, samples: splitSamples(rows, delimiter) },
  ];
  return detectTable(rows, { ...base, delimiter }, guesses, [...doubtOfName(name, format), ...doubts]);
}

const ZONES: Partial<Record<Format, Profile['zone']>> = {
  cnab: 'America/Sao_Paulo',
  pix_api: 'America/Sao_Paulo',
  cep: 'America/Mexico_City',
  cuaderno_43: 'America/Mexico_City',
};

function unknownFile(name: string, start: Uint8Array): Said {
  if (start.length === 0) return said('parsing.file.empty');
  if (start[0] === 0xd0 && start[1] === 0xcf) return said('parsing.detect.oldWorkbook');
  return said('parsing.detect.unknown', { file: name, formats: { all: FORMATS.map(formatWords) } });
}

const ENDINGS: Partial<Record<string, Format>> = { csv: 'csv', xlsx: 'xlsx', ofx: 'ofx' };

function doubtOfName(name: string, format: Format): Said[] {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return named && named !== format ? [said('parsing.detect.otherName', { ending, format: formatWords(format) })] : [];
}

function formatWords(format: Format): Said {
  return said(`statements.format.${format}`);
}

function bestDelimiter(text: string, isCut: boolean) {
  let best: { delimiter: Profile['delimiter']; rows: TableRow[]; score: number } = {
    delimiter: ',',
    rows: [],
    score: -1,
  };
  for (const delimiter of DELIMITERS) {
    const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', preview: SAMPLE_ROWS });
    const parsed: { data: string[][] } = parser.parse(text, 0, isCut);
    const rows = parsed.data.slice(0, SAMPLE_ROWS).map((cells, at) => ({ place: `row ${at + 1}`, cells }));
    const widths = new Map<number, number>();
    for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    // Known headings say more than rows of equal length, which a decimal comma makes too.
    const score = (headingRow(rows)?.known ?? 0) * 1000 + Math.max(0, ...widths.values());
    if (score > best.score) best = { delimiter, rows, score };
  }
  return best;
}

function splitSamples(rows: readonly TableRow[], delimiter: string) {
  const at = headingRow(rows)?.at ?? 0;
  return rows.slice(at, at + 3).map(({ cells }) => {
    const texts = cells.slice(0, 8).map((cell) => cellText(cell).slice(0, 40));
    return { before: texts.join(delimiter), after: texts.join(' · ') };
  });
}

function detectTable(
  rows: readonly TableRow[],
  base: Profile,
  guesses: readonly Guess[],
  doubts: readonly Said[],
): Detection {
  const heading = headingRow(rows);
  const row = heading && rows[heading.at];
  if (!heading || !row) {
    const all = [...doubts, said('parsing.detect.noHeadings')];
    return { ...NOTHING, format: base.format, profile: base, guesses, doubts: all };
  }
  const headings = row.cells.map((cell) => cellText(cell).trim()).filter(Boolean);
  const fit = shippedFit(row.cells);
  const columns = fit?.columns ?? guessedColumns(row.cells);
  const own = fit?.shipped.profile;
  const preamble: Guess = { setting: 'preamble', value: String(heading.at), samples: [] };
  const found = {
    format: base.format,
    headings,
    shipped: fit ? { id: fit.shipped.id, label: fit.shipped.label } : null,
  };
  const proposed = {
    ...base,
    ...own,
    format: base.format,
    encoding: base.encoding,
    delimiter: base.delimiter,
    preamble: heading.at,
  };
  if (!columns) {
    const all = [...doubts, said('parsing.detect.noColumns')];
    return { ...found, profile: proposed, guesses: [...guesses, preamble], doubts: all };
  }
  const values = valuesOf(rows, heading.at, columns);
  const decimal = detectDecimal(values.amounts, own?.decimal ?? (base.delimiter === ';' ? ',' : '.'));
  const dateOrder = detectDateOrder(values.dates, own?.dateOrder ?? 'dmy');
  const zone = own?.zone ?? zoneOf(headings);
  const named = fit?.shipped.label ?? said('parsing.detect.byHeadings');
  const guess: Guess = { setting: 'columns', value: named, samples: [] };
  const unsure = fit ? fit.doubts : [said('parsing.detect.noBank')];
  return {
    ...found,
    profile: { ...proposed, zone, decimal: decimal.value, dateOrder: dateOrder.value, columns },
    guesses: [...guesses, decimal.guess, dateOrder.guess, preamble, guess],
    doubts: [...doubts, ...unsure, ...decimal.doubts, ...dateOrder.doubts],
  };
}

/** Footers stand in the column of dates, and words in those of amounts. */
function valuesOf(rows: readonly TableRow[], at: number, columns: Columns) {
  const dates = valuesUnder(rows, at, [columns.date]);
  const isDate = (text: string) =>
    !isZeroDate(text) && DATE_ORDERS.some((order) => readDate(text, order).date !== undefined);
  const seen = dates.filter(isDate);
  const amounts = valuesUnder(rows, at, [columns.amount, columns.incoming, columns.outgoing, columns.balance]);
  return { dates: seen.length > 0 ? seen : dates, amounts: amounts.filter((text) => /\d/.test(text)) };
}

function zoneOf(headings: readonly string[]): Profile['zone'] {
  const text = headings.join(' ').toLowerCase();
  if (/\bdata\b|lançamento|descrição|histórico|crédito \(r\$\)/.test(text)) return 'America/Sao_Paulo';
  if (/cargo|abono|clabe|rfc|retiro/.test(text)) return 'America/Mexico_City';
  return /fecha|importe|cuit|cbu/.test(text) ? 'America/Argentina/Buenos_Aires' : 'UTC';
}
