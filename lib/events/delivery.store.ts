import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { AND_ITS_KEY, BODY, opened, type StoredBody } from './body.store';
import { ENCRYPTION_BYTES } from './body-key';
import {
  type DeliveryDetail,
  type DeliveryFilters,
  isSeq,
  type ListedDelivery,
  MAX_SIBLINGS,
  type Place,
  type ReceivedPage,
  type SeqPage,
  type Sibling,
} from './received';
import { countMatching, type Found, findInBodies, inSnapshot, matching, SIBLING_COUNT, wayOf } from './received.store';

/** Reads of what arrived, for the pages that show the evidence. */

/** Longer bodies are left out of lists: ordinary messages have a kilobyte or two. */
const LISTED_BODY_BYTES = 64 * 1024;

/** What every read of deliveries selects, under the names of ListedDelivery. */
const LISTED = Prisma.sql`
  d.seq::text, d.provider, d.environment, d.origin, d.proof, d.received_at AS "receivedAt",
  d.answer_status AS "answerStatus", 
  octet_length(d.body) - CASE WHEN d.is_encrypted THEN ${ENCRYPTION_BYTES}::int ELSE 0 END AS "sizeBytes", (extract(epoch FROM d.recorded_at - d.received_at) * 1000)::float8 AS "answerMs", ${SIBLING_COUNT} AS "siblingCount",
  r.outcome, r.reason, r.event_id AS "eventId",
  r.transaction_id AS "transactionId", e.type AS "eventType", e.data->>'occurredAt' AS "occurredAt"`;
const AND_ITS_READING = Prisma.sql`
  LEFT JOIN readings r ON r.delivery_seq = d.seq
  LEFT JOIN events e ON e.id = r.event_id ${AND_ITS_KEY}`;

const BODY_OF_A_LIST = Prisma.sql`
  CASE WHEN octet_length(d.body) <= ${LISTED_BODY_BYTES} THEN d.body END AS body,
  d.is_encrypted AS "isEncrypted", k.wrapped, k.master`;

/** Deliveries, newest first, by keyset on their sequence number; `countLimit` is where counting them all stops. */
export function listDeliveries(
  sight: Sight,
  filters: DeliveryFilters,
  place: Place,
  limit: number,
  countLimit: number,
): Promise<ReceivedPage> {
  return inSnapshot(async (tx) => {
    const found = await findInBodies(tx, filters, place);
    const stored = await tx.$queryRaw<(Omit<ListedDelivery, 'body' | 'isErased'> & StoredBody)[]>`
      SELECT ${LISTED}, ${BODY_OF_A_LIST}
      FROM deliveries d ${AND_ITS_READING} WHERE d.seq IN (${matching(filters, place, limit + 1, found)})
      ORDER BY d.seq ${wayOf(place)}`;
    const rows = stored.map(opened);
    const page = found ? pageOfSearch(rows, place, limit, found) : pageOf(rows, place, limit);
    const count = found && place === null ? Math.min(found.seqs.length, countLimit) : null;
    return seen(sight, {
      ...page,
      searched: found && { count: found.count, to: found.to, isCut: found.isCut },
      count: count ?? (await countMatching(tx, filters, null, countLimit)),
    });
  });
}

/** A search that was cut short goes on where it stopped reading, not where its last find lies. */
function pageOfSearch(
  found: readonly ListedDelivery[],
  place: Place,
  limit: number,
  { isCut, edge }: Found,
): SeqPage<ListedDelivery> {
  const page = pageOf(found, place, limit);
  if (!isCut || found.length > limit) return page;
  return place?.direction === 'newer' ? { ...page, newer: String(edge) } : { ...page, older: String(edge) };
}

/** One row more than the page was asked for: it tells whether there is more that way. An empty page leads back too. */
function pageOf<T extends { readonly seq: string }>(found: readonly T[], place: Place, limit: number): SeqPage<T> {
  const hasMore = found.length > limit;
  const isNewer = place?.direction === 'newer';
  const rows = isNewer ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const hasNewer = isNewer ? hasMore : place !== null;
  const hasOlder = isNewer || hasMore;
  const newest = rows[0]?.seq ?? beside(place, -1n);
  const oldest = rows.at(-1)?.seq ?? beside(place, 1n);
  return { rows, newer: hasNewer ? newest : null, older: hasOlder ? oldest : null };
}

/** A place from which the other way begins with the row at this one. */
function beside(place: Place, step: bigint): string | null {
  const seq = place && String(BigInt(place.seq) + step);
  return seq && isSeq(seq) ? seq : null;
}

/** A delivery by its sequence number; `null` when there is none. */
export async function readDelivery(sight: Sight, seq: string): Promise<DeliveryDetail | null> {
  if (!isSeq(seq)) return null;
  type Stored = Omit<DeliveryDetail, 'siblings' | 'body' | 'isErased'> & StoredBody & { readonly body: Uint8Array };
  const [stored] = await prisma().$queryRaw<Stored[]>`
    SELECT ${LISTED}, d.recorded_at AS "recordedAt", d.source_address AS "sourceAddress", d.headers, ${BODY}
    FROM deliveries d ${AND_ITS_READING} WHERE d.seq = ${BigInt(seq)}`;
  if (!stored) return null;
  const delivery = opened(stored);
  return seen(sight, { ...delivery, siblings: delivery.eventId ? await readSiblings(delivery.eventId) : [] });
}

function readSiblings(eventId: string): Promise<Sibling[]> {
  return prisma().$queryRaw<Sibling[]>`
    SELECT d.seq::text, r.outcome, d.origin, d.received_at AS "receivedAt"
    FROM readings r JOIN deliveries d ON d.seq = r.delivery_seq
    WHERE r.event_id = ${eventId} ORDER BY d.seq LIMIT ${MAX_SIBLINGS}`;
}

/** The bytes of some deliveries as they came, by sequence number; those longer than `maxBytes` are left out. */
export async function readBodies(
  sight: Sight,
  seqs: readonly string[],
  maxBytes: number,
): Promise<ReadonlyMap<string, Uint8Array | 'erased'>> {
  const wanted = seqs.filter(isSeq).map(BigInt);
  if (wanted.length === 0) return new Map();
  const rows = await prisma().$queryRaw<({ seq: string } & StoredBody & { body: Uint8Array })[]>`
    SELECT d.seq::text, ${BODY} FROM deliveries d ${AND_ITS_KEY}
    WHERE d.seq = ANY(${wanted}::bigint[]) AND octet_length(d.body) <= ${maxBytes}`;
  return seen(sight, new Map(rows.map(opened).map(({ seq, body, isErased }) => [seq, isErased ? 'erased' : body])));
}
