import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { isProvider } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import type {
  AcknowledgementPage,
  AcknowledgementPlace,
  AcknowledgementState,
  AcknowledgementTotals,
  ListedAcknowledgement,
  Recovery,
} from './acknowledgement';
import { type Arrival, type LostRequest, TOLERANCE_MS } from './unaccounted';
import { sourceOfPath } from './webhook-path';

/**
 * When messages for one source arrived within a span, and what they were answered: stored deliveries, and refusals
 * whose bytes were kept. `null` is the address that names no source.
 */
export async function arrivalsOf(source: string | null, from: Date, to: Date): Promise<Arrival[]> {
  const [start, end] = [new Date(+from - TOLERANCE_MS), new Date(+to + TOLERANCE_MS)];
  return prisma().$queryRaw<Arrival[]>`
    SELECT received_at AS at, answer_status AS status FROM deliveries
    WHERE provider = ${source} AND origin = 'webhook' AND received_at BETWEEN ${start} AND ${end}
    UNION ALL
    SELECT received_at, answer_status FROM refusals
    WHERE received_at BETWEEN ${start} AND ${end} AND split_part(path, '/', 4) = ${source ?? ''}`;
}

/** Rows written at once. */
const BATCH = 1_000;

/** Keeps false acknowledgements; those imported before are left as they are. Returns how many are new. */
export async function addFalseAcknowledgements(tx: Tx, requests: readonly LostRequest[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < requests.length; at += BATCH) {
    const { count } = await tx.falseAcknowledgement.createMany({
      data: requests.slice(at, at + BATCH).map(({ method: _, isPassedOn: __, ...request }) => {
        const source = sourceOfPath(request.path);
        return { ...request, provider: source && isProvider(source) ? source : null };
      }),
      skipDuplicates: true,
    });
    added += count;
  }
  return added;
}

type ListedRow = Omit<ListedAcknowledgement, 'recovery'> & {
  readonly recovery: Omit<Recovery, 'at'> | null;
  readonly recoveredAt: Date | null;
};

/** Newest first, by keyset on the time of the answer and the id. */
export async function listAcknowledgements(
  state: AcknowledgementState,
  place: AcknowledgementPlace,
  limit: number,
): Promise<AcknowledgementPage> {
  const isNewer = place?.direction === 'newer';
  const here = place && Prisma.sql`(${place.answeredAt}::timestamptz, ${place.id})`;
  const conditions = [
    state === 'open' ? Prisma.sql`recovered_at IS NULL` : null,
    state === 'recovered' ? Prisma.sql`recovered_at IS NOT NULL` : null,
    here && (isNewer ? Prisma.sql`(answered_at, id) > ${here}` : Prisma.sql`(answered_at, id) < ${here}`),
  ].filter((condition) => condition !== null);
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const way = isNewer ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await prisma().$queryRaw<ListedRow[]>`
    SELECT id, answered_at AS "answeredAt", provider, path, status, answered_by AS "answeredBy",
           source_address AS "sourceAddress", user_agent AS "userAgent", line, imported_at AS "importedAt",
           CASE WHEN recovered_at IS NOT NULL
                THEN jsonb_build_object('deliverySeq', recovered_seq::text, 'reason', recovered_reason, 'by', recovered_by)
           END AS recovery, recovered_at AS "recoveredAt"
    FROM false_acknowledgements ${where} ORDER BY answered_at ${way}, id ${way} LIMIT ${limit + 1}`;
  const hasMore = found.length > limit;
  const rows = found.slice(0, limit).map(rowOf);
  if (isNewer) rows.reverse();
  return {
    rows,
    newer: (isNewer ? hasMore : place !== null) ? (rows[0] ?? null) : null,
    older: isNewer || hasMore ? (rows.at(-1) ?? null) : null,
  };
}

function rowOf({ recovery, recoveredAt, ...row }: ListedRow): ListedAcknowledgement {
  return { ...row, recovery: recovery && recoveredAt ? { ...recovery, at: recoveredAt } : null };
}

export async function readAcknowledgementTotals(): Promise<AcknowledgementTotals> {
  const [row] = await prisma().$queryRaw<AcknowledgementTotals[]>`
    SELECT (count(*) FILTER (WHERE recovered_at IS NULL))::float8 AS open, count(recovered_at)::float8 AS recovered,
           max(answered_at) FILTER (WHERE recovered_at IS NULL) AS "lastOpenAt"
    FROM false_acknowledgements`;
  return row ?? { open: 0, recovered: 0, lastOpenAt: null };
}
