/**
 * What moved in the store after a place in the chain of receipts, as a stream or an answer to a poll tells it. Positions
 * have no gaps and are given in the order of the commits: whoever has seen one has seen everything before it.
 */
export type Changes = {
  /** Where to go on from: a whole number as text. */
  readonly position: string;
  /** The payments that may look different now. */
  readonly ids: readonly string[];
  /** Others may too: whoever shows some reads them again. */
  readonly isMany: boolean;
  /** There is more after `position` already. */
  readonly hasMore: boolean;
};

/** The most payments that are named at once. */
export const MOST_NAMED = 500;

/** A place in the chain from a query string or header; 0 is before the first. `null` for anything else. */
export function readPosition(text: string | null): bigint | null {
  return text !== null && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

/** What some payments of a list are now. */
export type RowChanges<Row> = {
  /** Those that are in the store, in the filter or not. */
  readonly rows: readonly Row[];
  /** The ids of those in the filter. */
  readonly matching: readonly string[];
  /** The ids of those that no list had before. */
  readonly newcomers: readonly string[];
};

/** The most payments that are asked for at once: their ids stand in an address. */
export const MOST_ASKED = 100;
