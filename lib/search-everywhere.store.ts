import 'server-only';
import {
  type ExceptionHitRow,
  exceptionPage,
  exceptionsAbout,
  type LineHitRow,
  linePage,
  linesHolding,
} from '@/lib/reconciliation/search.store';
import type { SearchGroups } from '@/lib/search-groups';
import { preparedRows } from '@/lib/snapshot.store';
import { type ExactRow, exactly, exactPage, type Place, type Wanted } from '@/lib/transactions/search.store';
import { Prisma } from '@/prisma/generated/client';
import { grouped } from './search-groups';

type Row = {
  readonly payments: readonly ExactRow[];
  readonly lines: readonly LineHitRow[];
  readonly exceptions: readonly ExceptionHitRow[];
};

/** What stands anywhere exactly: every group in one question, since this is asked while somebody types. */
export async function findEverywhere(wanted: Wanted, place: Place): Promise<SearchGroups> {
  const [row] = await preparedRows<Row>(Prisma.sql`
    SELECT ${together(exactly(wanted, place))} AS payments, ${together(linesHolding(wanted, place))} AS lines,
      ${together(exceptionsAbout(wanted, place))} AS exceptions`);
  return {
    ...grouped(exactPage(row?.payments ?? [], place)),
    lines: linePage(row?.lines ?? [], place),
    exceptions: exceptionPage(row?.exceptions ?? [], place),
  };
}

/** The rows of a statement as one value, in their order. */
function together(statement: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_jsonb(ARRAY(SELECT to_jsonb(r) FROM (${statement}) AS r))`;
}
