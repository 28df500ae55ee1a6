import 'server-only';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import {
  type DeliveryDetail,
  type DeliveryFilters,
  isSeq,
  type ListedDelivery,
  type ListedRefusal,
  type Place,
  type SeqPage,
  type Sibling,
} from './received';

/** Reads of what arrived, for the pages that show the evidence. */

/** Longer bodies are left out of lists: ordinary messages have a kilobyte or two. */
const LISTED_BODY_BYTES = 64 * 1024;

/** What every read of deliveries selects, under the names of ListedDelivery. */
const LISTED = Prisma.sql`
  d.seq::text, d.provider, d.environment, d.origin, d.proof, d.received_at AS "receivedAt",
  d.answer_status AS "answerStatus", octet_length(d.body) AS "sizeBytes", r.outcome, r.reason, r.event_id AS "eventId",
  r.transaction_id AS "transactionId", e.type AS "eventType", e.data->>'occurredAt' AS "occurredAt"`;
const AND_ITS_READING = Prisma.sql`
  LEFT JOIN readings r ON r.delivery_seq = d.seq
  LEFT JOIN events e ON e.id = r.event_id`;

/** Deliveries, newest first, by keyset on their sequence number. */
export async function listDeliveries(
  filters: DeliveryFilters,
  place: Place,
  limit: number,
): Promise<SeqPage<ListedDelivery>> {
  const { provider, result } = filters;
  const conditions = [
    provider ? Prisma.sql`d.provider = ${provider}` : null,
    result === 'waiting' ? Prisma.sql`r.delivery_seq IS NULL` : result ? Prisma.sql`r.outcome = ${result}` : null,
    beyond(Prisma.sql`d.seq`, place),
  ].filter((condition) => condition !== null);
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const rows = await prisma().$queryRaw<ListedDelivery[]>`
    SELECT ${LISTED}, CASE WHEN octet_length(d.body) <= ${LISTED_BODY_BYTES} THEN d.body END AS body
    FROM deliveries d ${AND_ITS_READING} ${where}
    ORDER BY d.seq ${wayOf(place)} LIMIT ${limit + 1}`;
  return pageOf(rows, place, limit);
}

/** Refusals, newest first, by keyset on their sequence number. */
export async function listRefusals(place: Place, limit: number): Promise<SeqPage<ListedRefusal>> {
  const condition = beyond(Prisma.sql`seq`, place);
  const rows = await prisma().$queryRaw<ListedRefusal[]>`
    SELECT seq::text, received_at AS "receivedAt", path, reason, source_address AS "sourceAddress",
           octet_length(body) AS "sizeBytes", answer_status AS "answerStatus"
    FROM refusals r ${condition ? Prisma.sql`WHERE ${condition}` : Prisma.empty}
    ORDER BY r.seq ${wayOf(place)} LIMIT ${limit + 1}`;
  return pageOf(rows, place, limit);
}

function beyond(seq: Prisma.Sql, place: Place): Prisma.Sql | null {
  if (!place) return null;
  return place.direction === 'older'
    ? Prisma.sql`${seq} < ${BigInt(place.seq)}`
    : Prisma.sql`${seq} > ${BigInt(place.seq)}`;
}

function wayOf(place: Place): Prisma.Sql {
  return place?.direction === 'newer' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
}

/** One row more than the page was asked for: it tells whether there is more that way. */
function pageOf<T extends { readonly seq: string }>(found: readonly T[], place: Place, limit: number): SeqPage<T> {
  const hasMore = found.length > limit;
  const isNewer = place?.direction === 'newer';
  const rows = isNewer ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const hasNewer = isNewer ? hasMore : place !== null;
  const hasOlder = isNewer || hasMore;
  return { rows, newer: hasNewer ? (rows[0]?.seq ?? null) : null, older: hasOlder ? (rows.at(-1)?.seq ?? null) : null };
}

/** Siblings shown; a message sent more often than this tells nothing new. */
const MAX_SIBLINGS = 100;

/** A delivery by its sequence number; `null` when there is none. */
export async function readDelivery(seq: string): Promise<DeliveryDetail | null> {
  if (!isSeq(seq)) return null;
  const [delivery] = await prisma().$queryRaw<Omit<DeliveryDetail, 'siblings'>[]>`
    SELECT ${LISTED}, d.recorded_at AS "recordedAt", d.source_address AS "sourceAddress", d.headers, d.body
    FROM deliveries d ${AND_ITS_READING} WHERE d.seq = ${BigInt(seq)}`;
  if (!delivery) return null;
  return { ...delivery, siblings: delivery.eventId ? await readSiblings(delivery.eventId) : [] };
}

function readSiblings(eventId: string): Promise<Sibling[]> {
  return prisma().$queryRaw<Sibling[]>`
    SELECT d.seq::text, r.outcome, d.origin, d.received_at AS "receivedAt"
    FROM readings r JOIN deliveries d ON d.seq = r.delivery_seq
    WHERE r.event_id = ${eventId} ORDER BY d.seq LIMIT ${MAX_SIBLINGS}`;
}

/** The bytes of some deliveries as they came, by sequence number; those longer than `maxBytes` are left out. */
export async function readBodies(seqs: readonly string[], maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = seqs.filter(isSeq).map(BigInt);
  if (wanted.length === 0) return new Map();
  const rows = await prisma().$queryRaw<{ seq: string; body: Uint8Array }[]>`
    SELECT seq::text, body FROM deliveries WHERE seq = ANY(${wanted}::bigint[]) AND octet_length(body) <= ${maxBytes}`;
  return new Map(rows.map(({ seq, body }) => [seq, body]));
}
