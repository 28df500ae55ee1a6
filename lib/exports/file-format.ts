import type { ColumnName } from './heading';

/** What a file can be. The labels are those of the API; people read them in their own words. */
export const FORMATS = {
  csv: { label: 'CSV', ending: 'csv', type: 'text/csv; charset=utf-8; header=present' },
  csv_protected: {
    label: 'CSV, ids protected for spreadsheets',
    ending: 'csv',
    type: 'text/csv; charset=utf-8; header=present',
  },
  xlsx: {
    label: 'Excel workbook (XLSX)',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  jsonl: { label: 'JSON lines', ending: 'jsonl', type: 'application/jsonl; charset=utf-8' },
} as const satisfies Record<string, { label: string; ending: string; type: string }>;
export type FileFormat = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as [FileFormat, ...FileFormat[]];

/**
 * How the spreadsheets of a country want a CSV: what parts its cells, what marks its decimals, and whether a byte order
 * mark says that it is UTF-8. Dates are ISO 8601 everywhere. A workbook and JSON lines need none of it.
 */
export const PRESETS = {
  international: { label: 'International', separator: ',', decimal: '.', hasMark: false },
  mexico: { label: 'Mexico', separator: ',', decimal: '.', hasMark: true },
  brazil: { label: 'Brazil', separator: ';', decimal: ',', hasMark: true },
  argentina: { label: 'Argentina', separator: ';', decimal: ',', hasMark: true },
} as const satisfies Record<string, { label: string; separator: ',' | ';'; decimal: '.' | ','; hasMark: boolean }>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as [Preset, ...Preset[]];

/**
 * `id`: text that a spreadsheet would take for a number. An `amount` is a decimal text, an `instant` is ISO 8601. Over it
 * stands `heading`, where it is not its name.
 */
export type FileColumn = {
  readonly name: ColumnName;
  readonly kind: 'text' | 'id' | 'amount' | 'instant';
  readonly heading?: string;
};

/** A cell; `null` is "not told", which is not zero. */
export type Cell = string | null;

/** How a file is written. */
export type FileShape = {
  readonly format: FileFormat;
  readonly preset: Preset;
  readonly columns: readonly FileColumn[];
};
