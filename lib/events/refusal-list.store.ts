import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { isSeq, type Place, type SeqPage } from './received';
import type { RefusalCause, RefusalDetail, RefusalFilters, RefusalRow, RefusalTotals } from './refusal';
import { writeCounts } from './refusal.store';

/** Reads of what the door turned away, for the pages that show it. */

const LISTED = Prisma.sql`
  seq::text, received_at AS "receivedAt", path, cause, reason, source_address AS "sourceAddress",
  size_bytes::float8 AS "sizeBytes", answer_status AS "answerStatus",
  CASE WHEN admitted_seq IS NOT NULL
       THEN jsonb_build_object('deliverySeq', admitted_seq::text, 'by', admitted_by) END AS admission,
  admitted_at AS "admittedAt"`;
type ListedRow = Omit<RefusalRow, 'admission'> & {
  readonly admission: { readonly deliverySeq: string; readonly by: string } | null;
  readonly admittedAt: Date | null;
};

/** Refusals, newest first, by keyset on their sequence number. */
export async function listRefused(
  sight: Sight,
  filters: RefusalFilters,
  place: Place,
  limit: number,
): Promise<SeqPage<RefusalRow>> {
  const isNewer = place?.direction === 'newer';
  const conditions = [
    filters.state === 'open' ? Prisma.sql`admitted_seq IS NULL` : null,
    filters.state === 'admitted' ? Prisma.sql`admitted_seq IS NOT NULL` : null,
    filters.provider && cameFor(filters.provider),
    filters.cause && Prisma.sql`cause = ${filters.cause}`,
    place && (isNewer ? Prisma.sql`seq > ${BigInt(place.seq)}` : Prisma.sql`seq < ${BigInt(place.seq)}`),
  ].filter((condition) => condition !== null);
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const found = await prisma().$queryRaw<ListedRow[]>`
    SELECT ${LISTED} FROM refusals ${where}
    ORDER BY refusals.seq ${isNewer ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit + 1}`;
  const hasMore = found.length > limit;
  const rows = found.slice(0, limit).map(rowOf);
  if (isNewer) rows.reverse();
  const hasNewer = isNewer ? hasMore : place !== null;
  const hasOlder = isNewer || hasMore;
  const page = { newer: hasNewer ? (rows[0]?.seq ?? null) : null, older: hasOlder ? (rows.at(-1)?.seq ?? null) : null };
  return { rows: seen(sight, rows), ...page };
}

function cameFor(provider: Provider | 'other'): Prisma.Sql {
  const names = provider === 'other' ? PROVIDERS : [provider];
  const isTheirs = Prisma.sql`split_part(path, '/', 4) IN (${Prisma.join([...names])})`;
  return provider === 'other' ? Prisma.sql`NOT ${isTheirs}` : isTheirs;
}

function rowOf<T extends ListedRow>({ admission, admittedAt, ...row }: T) {
  return { ...row, admission: admission && admittedAt ? { ...admission, at: admittedAt } : null };
}

/** A refusal with its bytes; `null` when there is none with that number. */
export async function readRefused(sight: Sight, seq: string): Promise<RefusalDetail | null> {
  if (!isSeq(seq)) return null;
  const [row] = await prisma().$queryRaw<(ListedRow & Pick<RefusalDetail, 'headers' | 'body'>)[]>`
    SELECT ${LISTED}, headers, body FROM refusals WHERE seq = ${BigInt(seq)}`;
  return row ? seen(sight, rowOf(row)) : null;
}

/** How many there are, and how many were only counted since an instant. */
export async function readRefusalTotals(countedSince: Date, now: Date): Promise<RefusalTotals> {
  await writeCounts(now);
  const [[kept], counted] = await Promise.all([
    prisma().$queryRaw<{ open: number; admitted: number }[]>`
      SELECT (count(*) FILTER (WHERE admitted_seq IS NULL))::float8 AS open, count(admitted_seq)::float8 AS admitted
      FROM refusals`,
    prisma().$queryRaw<{ cause: string; count: number }[]>`
      SELECT cause, sum(count)::float8 AS count FROM refusal_counts
      WHERE minute >= date_trunc('minute', ${countedSince}::timestamptz) GROUP BY cause`,
  ]);
  const countOf = (wanted: RefusalCause) => counted.find(({ cause }) => cause === wanted)?.count ?? 0;
  return {
    open: kept?.open ?? 0,
    admitted: kept?.admitted ?? 0,
    onlyCounted: {
      no_proof: countOf('no_proof'),
      too_large: countOf('too_large'),
      unknown_source: countOf('unknown_source'),
    },
  };
}

/** Which of these events are in the store already, and the delivery that brought each. */
export async function deliveriesOfEvents(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma().event.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, deliverySeq: true },
  });
  return new Map(rows.map((row) => [row.id, String(row.deliverySeq)]));
}

/** Which of these transactions are in the store. */
export async function existingTransactions(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await prisma().transaction.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
