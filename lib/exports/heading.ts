import type { Messages } from '@/lib/language/catalogue';
import type { Reader } from '@/lib/language/said';

/** The name of a column of a file: what programs and addresses call it. Each has words that people read over it. */
export type ColumnName = keyof Messages['columns']['heading'];

/** What stands over a column in a file that people open; in English its name. */
export function headingOf(name: ColumnName, reader: Reader): string {
  return reader.t(`columns.heading.${name}`);
}

/** The names of cells that are written down by name, in their order. */
export function namesOf<Name extends ColumnName>(cells: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(cells) as Name[];
}

/** The first line of a file, parted by commas, which no heading has in it. */
export function headingLine<Name extends ColumnName>(cells: Readonly<Record<Name, unknown>>, reader: Reader): string {
  return namesOf(cells)
    .map((name) => headingOf(name, reader))
    .join(',');
}
