import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Cell } from './file-format';

/** A list to page through: FROM and WHERE, what it is sorted by, and the unique column that breaks ties. */
export type SourceList = {
  readonly of: Prisma.Sql;
  readonly key: Prisma.Sql;
  readonly text: Prisma.Sql;
  readonly cast: Prisma.Sql;
  readonly tie: Prisma.Sql;
  readonly tieCast: Prisma.Sql;
};

/** Where an export reads, and how its cells are made. */
export type Source = {
  readonly list: SourceList;
  readonly isDescending: boolean;
  /** What a row is made from, as the columns of a SELECT. */
  readonly select: Prisma.Sql;
  /**
   * The same as one text, its cells with a JOINT between them and nothing where nothing was told; `null` where cells are
   * made here. A text needs no taking apart and joining again, which is most of the work of a long file.
   */
  readonly joined: Prisma.Sql | null;
  /** The cells of rows, each an array as it was selected. */
  readonly cells: (rows: readonly (readonly unknown[])[]) => Promise<readonly (readonly Cell[])[]>;
  /** Currency, direction, count and sum of what `of` (FROM and WHERE) holds. */
  readonly totals: (of: Prisma.Sql) => Prisma.Sql;
};
