import 'server-only';
import { z } from 'zod';
import { type AskedList, exportLists, type For } from '@/lib/export-lists';
import type { ExportListName, ExportOrder } from '@/lib/exports/export';
import {
  type FileColumn,
  type FileFormat,
  type FileShape,
  FORMAT_NAMES,
  PRESET_NAMES,
} from '@/lib/exports/file-format';
import { headingOf } from '@/lib/exports/heading';
import { keptText, type Reader, type Said, said, spoken } from '@/lib/language/said';
import { allMessagesOf } from '@/lib/language/translator';

/** Who asks for a file: by e-mail address or the name of a key, in whose words, and how much they see. */
export type Asker = For & { readonly requestedBy: string };

type Problem = { readonly parameter: string; readonly message: string };

/** A file as it was asked for, ready to be read. */
export type ExportRequest = {
  readonly order: ExportOrder;
  readonly shape: FileShape;
  readonly asked: AskedList;
  readonly requestedAt: Date;
};

/** What an export's address has beside the list's own parameters. */
const OWN = ['format', 'preset', 'columns'] as const;
/** Every column of the list. */
export const ALL_COLUMNS = 'all';

/**
 * Reads the address of an export: the list's own query string, and `format`, `preset` and `columns` (names parted
 * by commas; all of them where none is named). What cannot be read refuses the whole: a file must
 * not be wider than the filter that was meant.
 */
export function readExportRequest(
  { sight, reader, requestedBy }: Asker,
  list: ExportListName,
  address: URLSearchParams,
  now: Date,
): ExportRequest | { readonly problems: readonly Problem[] } {
  const search = new URLSearchParams(address);
  const [format, preset, columns] = OWN.map((name) => search.getAll(name));
  for (const name of [...OWN, 'cursor', 'limit', 'sel', 'view']) search.delete(name);
  const asked = exportLists[list].read(search, now);
  const read = {
    format: oneOf('format', FORMAT_NAMES, format),
    preset: oneOf('preset', PRESET_NAMES, preset),
    columns: readColumns(list, columns ?? []),
  };
  const problems = [
    ...asked.problems,
    ...Object.values(read).flatMap((one) => ('problem' in one ? [one.problem] : [])),
  ].map(({ parameter, message }) => ({ parameter, message: inWords(message, reader) }));
  if (problems.length > 0 || 'problem' in read.format || 'problem' in read.preset || 'problem' in read.columns)
    return { problems };
  const columnsRead = headed(read.columns.value, read.format.value, reader);
  const shape = { format: read.format.value, preset: read.preset.value, columns: columnsRead };
  const { query, words, zone } = asked;
  const names = shape.columns.map(({ name }) => name);
  const filterWords = typeof words === 'string' ? words : keptText(words);
  const asker = { sight, requestedBy, language: reader.region };
  const order = { list, ...asker, query, filterWords, zone, ...shape, columns: names };
  return { order, shape, asked, requestedAt: now };
}

/** Programs know the columns of JSON by their names. */
function headed(columns: readonly FileColumn[], format: FileFormat, reader: Reader): readonly FileColumn[] {
  if (format === 'jsonl') return columns;
  return columns.map((column) => ({ ...column, heading: headingOf(column.name, reader) }));
}

/** A file that was ordered before, asked for as it was then: relative dates are those of that day, its words too. */
export function requestOf(order: ExportOrder, requestedAt: Date): ReturnType<typeof readExportRequest> {
  const address = new URLSearchParams(order.query);
  address.set('format', order.format);
  address.set('preset', order.preset);
  address.set('columns', order.columns.join(','));
  return readExportRequest({ ...order, reader: readerOf(order) }, order.list, address, requestedAt);
}

/** Whose words a file is in, outside a request of theirs too. */
export function readerOf({ language, zone }: Pick<ExportOrder, 'language' | 'zone'>): Reader {
  return { t: allMessagesOf(language), region: language, zone };
}

type Read<T> = { readonly value: T } | { readonly problem: { readonly parameter: string; readonly message: Said } };

/** The first word is meant where none is said. */
function oneOf<T extends string>(
  parameter: string,
  words: readonly [T, ...T[]],
  texts: readonly string[] = [],
): Read<T> {
  const text = texts[0] || words[0];
  const word = z.enum(words).safeParse(text).data;
  if (word !== undefined) return { value: word as T };
  const message = said('exports.error.notOneOf', { text: quoted(text), words: words.join(', ') });
  return { problem: { parameter, message } };
}

function readColumns(list: ExportListName, texts: readonly string[]): Read<readonly FileColumn[]> {
  const { columns } = exportLists[list];
  const names = texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter(Boolean);
  if (names.length === 0 || names.includes(ALL_COLUMNS)) return { value: columns };
  const found = [...new Set(names)].map((name) => columns.find((column) => column.name === name) ?? name);
  const unknown = found.find((column) => typeof column === 'string');
  if (typeof unknown === 'string') {
    const words = columns.map(({ name }) => name).join(', ');
    const message = said('exports.error.noColumn', { text: quoted(unknown), words });
    return { problem: { parameter: 'columns', message } };
  }
  return { value: found.filter((column) => typeof column !== 'string') };
}

function inWords(message: Said | string, reader: Reader): string {
  return typeof message === 'string' ? message : spoken(message, reader);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
