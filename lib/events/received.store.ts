import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { searchKeys } from '@/lib/identifiers/keys';
import { PROVIDERS } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { AND_ITS_KEY, opened, type StoredBody } from './body.store';
import { ENCRYPTION_BYTES } from './body-key';
import { containing, LONGEST_SEARCHED } from './json-contains';
import {
  type DeliveryFilters,
  isSeq,
  LAGS,
  MAX_SIBLINGS,
  type Place,
  type ReceivedPage,
  SEARCHED_BODIES,
} from './received';
import { receivedRange } from './received-query';
import { type DeliverySearch, searchOf } from './received-search';

/** Which deliveries a filter means: one predicate for the rows, their count, the tail and what is read again. */

/** PostgreSQL's own limit for one question: a filter that would read too much ends here, with its own screen. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** As identifiers are stored: see transactions/store. */
const MAX_KEY_LENGTH = 400;

const JOINED = Prisma.sql`
  deliveries d LEFT JOIN readings r ON r.delivery_seq = d.seq LEFT JOIN events e ON e.id = r.event_id`;

/** Runs `work` on one snapshot, each of its statements under the time limit. */
export function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 3 * STATEMENT_TIMEOUT_MS },
  );
}

/**
 * The numbers of the deliveries that match, from the place on, at most `limit`; as SQL, one column `seq`. What is looked
 * for inside bodies is `found` before.
 */
export function matching(filters: DeliveryFilters, place: Place, limit: number, found: Found | null): Prisma.Sql {
  const search = filters.find ? searchOf(filters.find) : null;
  if (search && 'message' in search) throw new TypeError(search.message.key); // its reader leaves such a search out
  if (search?.by === 'fragment' && !found) throw new TypeError('What the bodies hold is found before.');
  if (found) return Prisma.sql`SELECT unnest(${found.seqs.slice(0, limit).map(String)}::bigint[]) AS seq`;
  return Prisma.sql`
    SELECT d.seq FROM ${JOINED} ${where(filters, search, place)} ORDER BY d.seq ${wayOf(place)} LIMIT ${limit}`;
}

/** How many deliveries match, counted up to `limit`; with a place, only those that way. */
export async function countMatching(tx: Tx, filters: DeliveryFilters, place: Place, limit: number): Promise<number> {
  const found = await findInBodies(tx, filters, place);
  if (found) return Math.min(found.seqs.length, limit);
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM (${matching(filters, place, limit, null)}) AS found`;
  return Number(row?.count ?? 0);
}

/** The numbers of the newest deliveries that match, at most `limit`. */
export function matchingSeqs(filters: DeliveryFilters, limit: number): Promise<bigint[]> {
  return inSnapshot(async (tx) => {
    const found = await findInBodies(tx, filters, null);
    const rows = await tx.$queryRaw<{ seq: bigint }[]>(matching(filters, null, limit, found));
    return rows.map(({ seq }) => seq);
  });
}

/** How many deliveries that match came after a number, counted up to `limit`. */
export function countNewer(filters: DeliveryFilters, after: bigint, limit: number): Promise<number> {
  return inSnapshot((tx) => countMatching(tx, filters, { seq: String(after), direction: 'newer' }, limit));
}

/** What a search inside bodies found: the numbers in the order of its way, and how far it read. */
export type Found = NonNullable<ReceivedPage['searched']> & {
  readonly seqs: readonly bigint[];
  /** The last that was read; `null` where there was none. */
  readonly edge: bigint | null;
};

/** Bodies held at once. */
const CHUNK = 1_000;

/**
 * Looks into the bodies of what else matches, from a place on: they may be encrypted, so they are opened here. At most
 * SEARCHED_BODIES are read. `null` for a filter that looks into none.
 */
export async function findInBodies(tx: Tx, filters: DeliveryFilters, place: Place): Promise<Found | null> {
  const search = filters.find ? searchOf(filters.find) : null;
  if (!search || 'message' in search || search.by !== 'fragment') return null;
  const isIn = containing(search.fragment);
  const seqs: bigint[] = [];
  let count = 0;
  let last: { seq: bigint; at: Date } | null = null;
  while (count < SEARCHED_BODIES) {
    const from: Place = last ? { direction: place?.direction ?? 'older', seq: String(last.seq) } : place;
    const rows = await readBodies(tx, filters, from, wayOf(place), Math.min(CHUNK, SEARCHED_BODIES - count));
    seqs.push(...rows.filter(({ body }) => body !== null && isIn(body)).map(({ seq }) => seq));
    count += rows.length;
    last = rows.at(-1) ?? last;
    if (rows.length < CHUNK) break;
  }
  return { seqs, count, to: last?.at ?? new Date(), isCut: count === SEARCHED_BODIES, edge: last?.seq ?? null };
}

async function readBodies(tx: Tx, filters: DeliveryFilters, place: Place, way: Prisma.Sql, limit: number) {
  const rows = await tx.$queryRaw<({ seq: bigint; at: Date } & StoredBody)[]>`
    SELECT d.seq, d.received_at AS at, d.is_encrypted AS "isEncrypted", k.wrapped, k.master,
           CASE WHEN octet_length(d.body) <= ${LONGEST_SEARCHED + ENCRYPTION_BYTES} THEN d.body END AS body
    FROM ${JOINED} ${AND_ITS_KEY} ${where(filters, null, place)} ORDER BY d.seq ${way} LIMIT ${limit}`;
  return rows.map(opened);
}

function where(filters: DeliveryFilters, search: DeliverySearch | null, place: Place): Prisma.Sql {
  const { from, to } = receivedRange(filters);
  const { provider, result, proof, origin, answer, lag, duplicates } = filters;
  const conditions = [
    provider && Prisma.sql`d.provider = ${provider}`,
    result && (result === 'waiting' ? Prisma.sql`r.delivery_seq IS NULL` : Prisma.sql`r.outcome = ${result}`),
    proof && Prisma.sql`d.proof = ${proof}`,
    origin && Prisma.sql`d.origin = ${origin}`,
    answer && Prisma.sql`d.answer_status = ${answer}`,
    lag && Prisma.sql`d.received_at - e.occurred_at > make_interval(secs => ${LAGS[lag]})`,
    duplicates && Prisma.sql`EXISTS (SELECT FROM readings s WHERE s.event_id = r.event_id AND s.delivery_seq <> d.seq)`,
    from && Prisma.sql`d.received_at >= ${from}::timestamptz`,
    to && Prisma.sql`d.received_at < ${to}::timestamptz`,
    search?.by === 'id' && Prisma.sql`d.seq IN (${deliveriesOf(search.text)})`,
    beyond(Prisma.sql`d.seq`, place),
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
}

/**
 * The deliveries of an id of any kind: their own number, their event, or a transaction that is it or carries it. What
 * only speaks of the transaction in passing counts too.
 */
function deliveriesOf(text: string): Prisma.Sql {
  const keys = searchKeys(text).map((key) => key.slice(0, MAX_KEY_LENGTH));
  const ids = [...keys, ...keys.flatMap((key) => PROVIDERS.map((provider) => `${provider}:${key}`))];
  const events = Prisma.sql`
    SELECT id, delivery_seq FROM events WHERE id = ANY(${ids}::text[])
    UNION
    SELECT id, delivery_seq FROM events WHERE transaction_id IN (
      SELECT transaction_id FROM identifiers WHERE key = ANY(${keys}::text[])
      UNION ALL SELECT unnest(${ids}::text[]))`;
  const number = isSeq(text) ? Prisma.sql`UNION ALL SELECT ${BigInt(text)}::bigint` : Prisma.empty;
  return Prisma.sql`
    WITH said AS MATERIALIZED (${events})
    SELECT delivery_seq FROM said
    UNION ALL SELECT s.delivery_seq FROM said JOIN readings s ON s.event_id = said.id
    ${number}`;
}

/** What lies that way from a place. */
function beyond(seq: Prisma.Sql, place: Place): Prisma.Sql | null {
  if (!place) return null;
  return place.direction === 'older'
    ? Prisma.sql`${seq} < ${BigInt(place.seq)}`
    : Prisma.sql`${seq} > ${BigInt(place.seq)}`;
}

export function wayOf(place: Place): Prisma.Sql {
  return place?.direction === 'newer' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
}

/** Other deliveries of the same event, as a column. */
export const SIBLING_COUNT = Prisma.sql`
  (SELECT count(*)::int FROM (
    SELECT FROM readings s WHERE s.event_id = r.event_id AND s.delivery_seq <> d.seq LIMIT ${MAX_SIBLINGS}) AS others)`;
