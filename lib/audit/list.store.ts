import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { inSnapshot } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import type { AuditEntry } from './entry';
import type { AuditFilters, AuditPlace } from './query';

/** The filters with their days as instants: from the first to before the second. */
export type AuditBounds = Omit<AuditFilters, 'from' | 'to'> & {
  readonly since: Date | null;
  readonly until: Date | null;
};

export type AuditPage = {
  readonly rows: readonly AuditEntry[];
  /** Where the pages beside it begin. */
  readonly older: string | null;
  readonly newer: string | null;
};

/** A page of the log, the latest first. Ended by PostgreSQL when it takes too long. */
export function listEntries(bounds: AuditBounds, place: AuditPlace, limit: number): Promise<AuditPage> {
  return inSnapshot(async (tx) => {
    const isNewer = place?.direction === 'newer';
    const beside = place === null ? null : BigInt(place.seq);
    const read = await readEntries(tx, bounds, { beside, isNewer, limit: limit + 1 });
    const hasMore = read.length > limit;
    const rows = isNewer ? read.slice(0, limit).reverse() : read.slice(0, limit);
    const [first, last] = [rows[0], rows.at(-1)];
    return {
      rows,
      older: last && (isNewer || hasMore) ? String(last.seq) : null,
      newer: first && place !== null && (!isNewer || hasMore) ? String(first.seq) : null,
    };
  });
}

/** All entries of a filter, the latest first, some at a time: what is written meanwhile does not appear. */
export async function* streamEntries(bounds: AuditBounds, size: number): AsyncGenerator<readonly AuditEntry[]> {
  let beside: bigint | null = null;
  for (;;) {
    const rows: AuditEntry[] = await readEntries(prisma(), bounds, { beside, isNewer: false, limit: size });
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    beside = rows.at(-1)?.seq ?? null;
  }
}

type Slice = { readonly beside: bigint | null; readonly isNewer: boolean; readonly limit: number };

function readEntries(tx: Tx, bounds: AuditBounds, { beside, isNewer, limit }: Slice): Promise<AuditEntry[]> {
  const { who, action, kind, object, address, since, until } = bounds;
  const conditions = [
    who === null ? null : Prisma.sql`actor = ${who}`,
    action === null ? null : Prisma.sql`action = ${action}`,
    kind === null ? null : Prisma.sql`object_kind = ${kind}`,
    object === null ? null : Prisma.sql`object_id = ${object}`,
    address === null ? null : Prisma.sql`address = ${address}`,
    since === null ? null : Prisma.sql`at >= ${since}`,
    until === null ? null : Prisma.sql`at < ${until}`,
    beside === null ? null : isNewer ? Prisma.sql`seq > ${beside}` : Prisma.sql`seq < ${beside}`,
  ].filter((condition) => condition !== null);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  return tx.$queryRaw`
    SELECT seq, at, actor, action, object_kind AS "objectKind", object_id AS "objectId", address, detail, hash
    FROM audit_entries ${where} ORDER BY seq ${isNewer ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit}`;
}
