import { type Said, said } from '@/lib/language/said';
import { quoted } from './decimal';
import { FOUND_KINDS, type FoundKind } from './found-ids';
import { placeWords } from './place';
import type { Profile } from './profile';
import { UnreadableFile } from './statement';
import { type Cell, cellText } from './table-cell';

type Columns = NonNullable<Profile['columns']>;

const SINGLE = [
  'date',
  'time',
  'valueDate',
  'amount',
  'incoming',
  'outgoing',
  'direction',
  'currency',
  'balance',
  'reference',
  'name',
  'account',
  'taxId',
] as const satisfies readonly (keyof Columns)[];
type Single = (typeof SINGLE)[number];

/** Where each column of a profile stands in the rows of one file, counted from 0. */
export type Layout = {
  readonly width: number;
  /** The headings as compared, to know the row again where a bank repeats it on every page. */
  readonly headings: readonly string[];
  readonly at: Readonly<Record<'date', number>> & Readonly<Partial<Record<Single, number>>>;
  readonly text: readonly number[];
  readonly ids: readonly { readonly kind: FoundKind; readonly at: number }[];
};

const MARKS = /\p{M}+/gu;
const BLANKS = /[\s\u00a0\u200b\ufeff]+/g;

/** A heading or the beginning of a text as it is compared: without case, accents and needless blanks. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').replace(BLANKS, ' ').trim().toLowerCase();
}

/** Whether a text begins with these words and not in the middle of one: "iva" begins "IVA 16%" and not "Ivana". */
export function beginsWith(text: string, words: string): boolean {
  return words !== '' && text.startsWith(words) && !/^[\p{L}\p{N}]{2}/u.test(text.slice(words.length - 1));
}

/** All headings a profile names. */
export function namedColumns(columns: Columns): string[] {
  const single = SINGLE.map((name) => columns[name]).filter((heading) => heading !== undefined);
  return [...new Set([...single, ...columns.text, ...Object.values(columns.ids)])];
}

/** The columns that no profile can do without are missing, or one that it names is there twice: the words for it. */
export function layoutProblem(columns: Columns, row: readonly Cell[]): Said | null {
  const headings = row.map((cell) => plain(cellText(cell)));
  const missing = namedColumns(columns).filter((heading) => !headings.includes(plain(heading)));
  const present = row.map(cellText).filter((text) => text.trim() !== '');
  const found = present.map(quoted).join(', ');
  if (missing.length > 0) {
    const values = { count: missing.length, missing: missing.map(quoted).join(', ') };
    if (present.length === 0) return said('parsing.table.missingAll', values);
    return said('parsing.table.missing', { ...values, headings: found });
  }
  const twice = namedColumns(columns).find(
    (heading) => headings.indexOf(plain(heading)) !== headings.lastIndexOf(plain(heading)),
  );
  return twice === undefined ? null : said('parsing.table.twice', { heading: quoted(twice), headings: found });
}

/** The layout of a file whose heading row is `row`. Throws UnreadableFile where a column is missing. */
export function layoutOf(columns: Columns, row: readonly Cell[], place: string): Layout {
  const problem = layoutProblem(columns, row);
  if (problem) throw new UnreadableFile(said('parsing.table.at', { problem, place: placeWords(place) }));
  const headings = row.map((cell) => plain(cellText(cell)));
  const indexOf = (heading: string) => headings.indexOf(plain(heading));
  const at: Partial<Record<Single, number>> = {};
  for (const name of SINGLE) {
    const heading = columns[name];
    if (heading !== undefined) at[name] = indexOf(heading);
  }
  if (at.amount === undefined && at.incoming === undefined && at.outgoing === undefined) {
    throw new UnreadableFile(said('parsing.table.noAmountColumn'));
  }
  return {
    width: headings.length,
    headings,
    at: { ...at, date: indexOf(columns.date) },
    text: columns.text.map(indexOf),
    ids: Object.entries(columns.ids).map(([kind, heading]) => ({ kind: foundKind(kind), at: indexOf(heading) })),
  };
}

function foundKind(kind: string): FoundKind {
  const known = FOUND_KINDS.find((one) => one === kind);
  if (known) return known;
  throw new UnreadableFile(said('parsing.table.unknownId', { kind: quoted(kind) }));
}
