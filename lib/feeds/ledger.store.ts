import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma, type Tx } from '@/lib/db';
import { keptText, said } from '@/lib/language/said';
import type { FeedEvent, FeedName } from '@/lib/providers/listing';
import { Prisma } from '@/prisma/generated/client';
import {
  LEDGER_STATES,
  type LedgerCounts,
  type LedgerKey,
  type LedgerRow,
  type LedgerState,
  OPEN_STATES,
  TO_APPLY,
} from './ledger';
import { type LedgerFilters, type LedgerPlace, statesOf } from './ledger-query';

/** An event as listed, with the id it has in our store once it is there; `null` where its content tells none. */
export type Listed = FeedEvent & { readonly ourEventId: string | null; readonly isForeign: boolean };

/**
 * Compares a batch of listed events with the store and writes what was found, in one statement. What somebody decided
 * stays decided; what was confirmed and is listed again has to be confirmed again. Returns how many are not in the store.
 */
export async function compareListed(feed: FeedName, listed: readonly Listed[], now: Date): Promise<number> {
  const column = <T>(pick: (event: Listed) => T) => listed.map(pick);
  const [row] = await prisma().$queryRaw<{ missing: bigint }[]>`
    WITH compared AS (
      SELECT DISTINCT ON (l.event_id) l.*, e.delivery_seq,
        CASE WHEN e.id IS NOT NULL THEN 'applied' WHEN l.is_foreign THEN 'foreign' ELSE 'found' END AS state
      FROM unnest(
        ${column((e) => e.eventId)}::text[], ${column((e) => e.confirmId)}::text[], ${column((e) => e.account)}::text[],
        ${column((e) => e.subscription)}::text[], ${column((e) => e.operationId)}::text[],
        ${column((e) => e.happenedAt)}::timestamptz[], ${column((e) => Buffer.from(e.body))}::bytea[],
        ${column((e) => e.ourEventId)}::text[], ${column((e) => e.isForeign)}::boolean[]
      ) AS l(event_id, confirm_id, account, subscription, operation_id, happened_at, body, our_event_id, is_foreign)
      LEFT JOIN events e ON e.id = l.our_event_id
      ORDER BY l.event_id
    ), written AS (
      INSERT INTO listed_events AS known (feed, event_id, confirm_id, account, subscription, operation_id, happened_at,
        body, state, delivery_seq, first_listed_at, last_listed_at, applied_at)
      SELECT ${feed}, event_id, confirm_id, account, subscription, operation_id, happened_at, body, state, delivery_seq,
        ${now}, ${now}, CASE WHEN state = 'applied' THEN ${now}::timestamptz END
      FROM compared
      ON CONFLICT (feed, event_id) DO UPDATE SET
        last_listed_at = excluded.last_listed_at, confirm_id = excluded.confirm_id,
        delivery_seq = coalesce(known.delivery_seq, excluded.delivery_seq),
        applied_at = coalesce(known.applied_at, excluded.applied_at),
        state = CASE
          WHEN known.state IN ('ignored', 'applied') THEN known.state
          WHEN known.delivery_seq IS NOT NULL THEN 'applied'
          WHEN known.state = 'failed' AND excluded.state = 'found' THEN 'failed'
          ELSE excluded.state END,
        reason = CASE WHEN known.state IN ('gone', 'confirmed') THEN NULL ELSE known.reason END
      RETURNING state
    )
    SELECT count(*) FILTER (WHERE state IN ('found', 'failed')) AS missing FROM written`;
  return Number(row?.missing ?? 0);
}

/** Of what these feeds listed before and do not list any more: what we have is confirmed, what we do not have is gone. */
export async function settleUnlisted(feeds: readonly FeedName[], now: Date): Promise<void> {
  await prisma().$executeRaw`
    UPDATE listed_events SET
      state = CASE WHEN state = 'applied' THEN 'confirmed' ELSE 'gone' END,
      confirmed_at = CASE WHEN state = 'applied' THEN ${now}::timestamptz END,
      reason = CASE WHEN state = 'applied' THEN reason ELSE ${keptText(said('acknowledgements.ledger.reason.gone'))} END
    WHERE feed = ANY(${[...feeds]}::text[]) AND state IN ('found', 'failed', 'applied') AND last_listed_at < ${now}`;
}

/** A page of the ledger by keyset, the latest events first; `next` is the place the following page begins after. */
export async function readLedger(
  sight: Sight,
  { view, feed }: LedgerFilters,
  after: LedgerPlace | null,
  limit: number,
): Promise<{ rows: (LedgerRow & { body: Uint8Array })[]; next: LedgerPlace | null }> {
  const beyond = after
    ? Prisma.sql`AND (${LEDGER_TIME}, l.feed, l.event_id) < (${after.at}::timestamptz, ${after.feed}, ${after.eventId})`
    : Prisma.empty;
  type Row = Omit<LedgerRow, 'delivery'> & { body: Uint8Array; seq: string | null; origin: string | null; at: string };
  const found = await prisma().$queryRaw<Row[]>`
    SELECT l.feed, l.event_id AS "eventId", l.account, l.subscription, l.operation_id AS "operationId",
      l.happened_at AS "happenedAt", l.state, l.reason, l.decided_by AS "decidedBy",
      l.first_listed_at AS "firstListedAt", l.last_listed_at AS "lastListedAt", l.body, d.seq::text, d.origin,
      to_char(${LEDGER_TIME} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
    FROM listed_events l LEFT JOIN deliveries d ON d.seq = l.delivery_seq
    WHERE l.state = ANY(${[...statesOf(view)]}::text[]) AND (${feed}::text IS NULL OR l.feed = ${feed}) ${beyond}
    ORDER BY ${LEDGER_TIME} DESC, l.feed DESC, l.event_id DESC LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: seen(
      sight,
      rows.map(({ seq, origin, at: _, ...row }) => ({ ...row, delivery: seq && origin ? { seq, origin } : null })),
    ),
    next: last ? { at: last.at, feed: last.feed, eventId: last.eventId } : null,
  };
}

/** When it happened, or where its provider does not tell, when we first saw it listed. */
const LEDGER_TIME = Prisma.sql`coalesce(l.happened_at, l.first_listed_at)`;

/** How many events are in each state. */
export async function countLedger(): Promise<LedgerCounts> {
  const rows = await prisma().listedEvent.groupBy({ by: ['state'], _count: true });
  const counts = Object.fromEntries(LEDGER_STATES.map((state) => [state, 0])) as Record<LedgerState, number>;
  for (const { state, _count } of rows) counts[state as LedgerState] = _count;
  return counts;
}

export type Taken = LedgerKey & { readonly confirmId: string; readonly body: Uint8Array<ArrayBuffer> };

/**
 * Holds events that are still to be applied until `tx` ends; what somebody else holds is left to them. `null`: all that
 * are open; one that was ignored is applied when it is named.
 */
export function takeToApply(tx: Tx, keys: readonly LedgerKey[] | null, limit: number): Promise<Taken[]> {
  return take(tx, keys, keys ? [...TO_APPLY, 'ignored'] : TO_APPLY, limit);
}

/** Holds those of the events with which something is still to be done. */
export function takeOpen(tx: Tx, keys: readonly LedgerKey[]): Promise<Taken[]> {
  return take(tx, keys, OPEN_STATES, keys.length);
}

/** Holds events that are in the store and not confirmed; their deliveries are looked up, not believed. */
export function takeToConfirm(tx: Tx, feed: FeedName, keys: readonly LedgerKey[] | null, limit: number) {
  return take(tx, keys?.filter((key) => key.feed === feed) ?? null, ['applied'], limit, feed);
}

function take(
  tx: Tx,
  keys: readonly LedgerKey[] | null,
  states: readonly LedgerState[],
  limit: number,
  feed: FeedName | null = null,
): Promise<Taken[]> {
  const [feeds, ids] = [keys?.map((key) => key.feed) ?? [], keys?.map((key) => key.eventId) ?? []];
  return tx.$queryRaw<Taken[]>`
    SELECT l.feed, l.event_id AS "eventId", l.confirm_id AS "confirmId", l.body FROM listed_events l
    WHERE l.state = ANY(${[...states]}::text[]) AND (${feed}::text IS NULL OR l.feed = ${feed})
      AND (${keys === null} OR (l.feed, l.event_id) IN (SELECT * FROM unnest(${feeds}::text[], ${ids}::text[])))
      AND (l.state <> 'applied' OR EXISTS (SELECT FROM deliveries d WHERE d.seq = l.delivery_seq))
    ORDER BY l.first_listed_at, l.event_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

/** Writes that these are in the store, each in the delivery named beside it. */
export async function markApplied(
  tx: Tx,
  applied: readonly (LedgerKey & { readonly deliverySeq: string })[],
  by: string,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE listed_events l SET state = 'applied', delivery_seq = a.seq, applied_at = ${now}, decided_by = ${by}, reason = NULL
    FROM unnest(${applied.map((one) => one.feed)}::text[], ${applied.map((one) => one.eventId)}::text[],
                ${applied.map((one) => one.deliverySeq)}::bigint[]) AS a(feed, event_id, seq)
    WHERE l.feed = a.feed AND l.event_id = a.event_id`;
}

/** Writes another state of these events, and why. */
export async function markAs(
  tx: Tx,
  keys: readonly LedgerKey[],
  { state, reason, by, now }: { state: LedgerState; reason: string | null; by: string | null; now: Date },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE listed_events l SET state = ${state}, reason = ${reason}, decided_by = coalesce(${by}, l.decided_by),
      confirmed_at = CASE WHEN ${state} = 'confirmed' THEN ${now}::timestamptz ELSE l.confirmed_at END
    FROM unnest(${keys.map((key) => key.feed)}::text[], ${keys.map((key) => key.eventId)}::text[]) AS k(feed, event_id)
    WHERE l.feed = k.feed AND l.event_id = k.event_id`;
}
