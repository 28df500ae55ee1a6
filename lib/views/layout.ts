import { z } from 'zod';

/** How dense a table's rows are: 44 px, or 36. */
export const DENSITIES = ['normal', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** A column's width in CSS pixels. */
const MIN_WIDTH = 56;
const MAX_WIDTH = 640;
const MOST_COLUMNS = 60;

const names = z.array(z.string().max(40)).max(MOST_COLUMNS);

/**
 * How a person, or a saved view, lays out a table. Columns are named by their ids; what a table does not know is ignored,
 * and columns the layout does not name stand where the table puts them.
 */
export const tableLayout = z.object({
  /** From left to right. */
  order: names,
  hidden: names,
  widths: z.record(z.string().max(40), z.number().int().min(MIN_WIDTH).max(MAX_WIDTH)),
  /** Kept in sight at the left and the right end. */
  start: names,
  end: names,
  density: z.enum(DENSITIES),
});
export type TableLayout = z.infer<typeof tableLayout>;

/** A layout from stored or posted JSON; `null` for what is none. */
export function readLayout(value: unknown): TableLayout | null {
  return tableLayout.safeParse(value).data ?? null;
}
