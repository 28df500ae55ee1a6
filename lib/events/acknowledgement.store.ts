import 'server-only';
import { prisma } from '@/lib/db';
import { isProvider } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { type LoggedRequest, TOLERANCE_MS } from './access-log';
import type {
  AcknowledgementPage,
  AcknowledgementPlace,
  AcknowledgementTotals,
  ListedAcknowledgement,
} from './acknowledgement';
import { sourceOfPath } from './webhook-path';

/**
 * When messages for one source arrived within a span: stored deliveries, and refusals whose bytes were kept. `null` is
 * the address that names no source.
 */
export async function arrivalsOf(source: string | null, from: Date, to: Date): Promise<Date[]> {
  const [start, end] = [new Date(+from - TOLERANCE_MS), new Date(+to + TOLERANCE_MS)];
  const rows = await prisma().$queryRaw<{ at: Date }[]>`
    SELECT received_at AS at FROM deliveries
    WHERE provider = ${source} AND origin = 'webhook' AND received_at BETWEEN ${start} AND ${end}
    UNION ALL
    SELECT received_at FROM refusals
    WHERE received_at BETWEEN ${start} AND ${end} AND split_part(path, '/', 4) = ${source ?? ''}`;
  return rows.map((row) => row.at);
}

/** Rows written at once. */
const BATCH = 1_000;

/** Keeps false acknowledgements; those imported before are left as they are. Returns how many are new. */
export async function addFalseAcknowledgements(requests: readonly LoggedRequest[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < requests.length; at += BATCH) {
    const { count } = await prisma().falseAcknowledgement.createMany({
      data: requests.slice(at, at + BATCH).map(({ method: _, ...request }) => {
        const source = sourceOfPath(request.path);
        return { ...request, provider: source && isProvider(source) ? source : null };
      }),
      skipDuplicates: true,
    });
    added += count;
  }
  return added;
}

/** Newest first, by keyset on the time of the answer and the id. */
export async function listAcknowledgements(place: AcknowledgementPlace, limit: number): Promise<AcknowledgementPage> {
  const isNewer = place?.direction === 'newer';
  const here = place && Prisma.sql`(${place.answeredAt}::timestamptz, ${place.id})`;
  const where =
    here === null
      ? Prisma.empty
      : isNewer
        ? Prisma.sql`WHERE (answered_at, id) > ${here}`
        : Prisma.sql`WHERE (answered_at, id) < ${here}`;
  const way = isNewer ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await prisma().$queryRaw<ListedAcknowledgement[]>`
    SELECT id, answered_at AS "answeredAt", provider, path, status, source_address AS "sourceAddress",
           user_agent AS "userAgent", line, imported_at AS "importedAt"
    FROM false_acknowledgements ${where} ORDER BY answered_at ${way}, id ${way} LIMIT ${limit + 1}`;
  const hasMore = found.length > limit;
  const rows = found.slice(0, limit);
  if (isNewer) rows.reverse();
  return {
    rows,
    newer: (isNewer ? hasMore : place !== null) ? (rows[0] ?? null) : null,
    older: isNewer || hasMore ? (rows.at(-1) ?? null) : null,
  };
}

export async function readAcknowledgementTotals(): Promise<AcknowledgementTotals> {
  const [row] = await prisma().$queryRaw<AcknowledgementTotals[]>`
    SELECT count(*)::float8 AS count, min(answered_at) AS "firstAt", max(answered_at) AS "lastAt",
           max(imported_at) AS "lastImportedAt"
    FROM false_acknowledgements`;
  return row ?? { count: 0, firstAt: null, lastAt: null, lastImportedAt: null };
}
