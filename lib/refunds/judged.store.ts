import 'server-only';
import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';
import { withKeptTexts } from '@/lib/search-kept.store';
import { instantText } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import type { RefundRow } from './board';
import { limitsOf, WHOLE } from './limits';
import { LIMIT_STATES, type Limits } from './refund';
import { NOBODY, type RefundFilters, rangeOf } from './refund-query';

/**
 * The refunds with their age, limit state and column at a moment, as a table to select from (`t`). It says in SQL what
 * `judgeRefund` says of one refund; a test holds the two together.
 */
export function judged(limits: readonly Limits[], now: Date): Prisma.Sql {
  const asked = Prisma.sql`${now}::timestamptz`;
  const begun = Prisma.sql`(jsonb_path_query_first(r.steps, '$[*] ? (@.status != "completed")')->>'firstSeenAt')::timestamptz`;
  const end = Prisma.sql`CASE WHEN r.status = 'completed' THEN coalesce(r.ended_at, ${asked}) ELSE ${asked} END`;
  return Prisma.sql`(
    SELECT r.*, a.whole AS age, (${[...LIMIT_STATES]}::text[])[s.rank + 1] AS limit_state,
      CASE WHEN r.status = 'completed' THEN 'returned' WHEN s.rank = 3 THEN 'stuck' WHEN s.rank = 2 THEN 'late'
        WHEN r.is_waiting_for_id THEN 'waiting_for_id'
        WHEN jsonb_array_length(r.steps) > 0 OR r.status = 'processing' THEN 'moving'
        ELSE 'triggered' END AS board_column
    FROM refunds r
    LEFT JOIN ${inForce(limits, 'w')} ON (w.provider, w.kind, w.step) = (r.provider, r.kind, ${WHOLE})
    LEFT JOIN ${inForce(limits, 'p')} ON (p.provider, p.kind, p.step) = (r.provider, r.kind, r.current_step)
    CROSS JOIN LATERAL (SELECT ${seconds(Prisma.sql`r.triggered_at`, end)} AS whole, ${seconds(begun, asked)} AS step) AS a
    CROSS JOIN LATERAL (SELECT greatest(
      ${rank('w', Prisma.sql`a.whole`)},
      CASE WHEN r.status IS DISTINCT FROM 'completed' AND r.current_step IS NOT NULL
        THEN ${rank('p', Prisma.sql`a.step`)} ELSE 0 END) AS rank) AS s) AS t`;
}

function inForce(limits: readonly Limits[], name: 'w' | 'p'): Prisma.Sql {
  return Prisma.sql`unnest(
    ${limits.map(({ provider }) => provider)}::text[], ${limits.map(({ kind }) => kind)}::text[],
    ${limits.map(({ step }) => step)}::text[], ${limits.map(({ slow }) => slow)}::float8[],
    ${limits.map(({ late }) => late)}::float8[], ${limits.map(({ stuck }) => stuck)}::float8[])
    AS ${Prisma.raw(name)}(provider, kind, step, slow, late, stuck)`;
}

/** Whole seconds, in the milliseconds that a `Date` has, and never below zero. */
function seconds(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  const between = Prisma.sql`date_trunc('milliseconds', ${to}) - date_trunc('milliseconds', ${from})`;
  return Prisma.sql`greatest(0, floor(extract(epoch FROM ${between})))::int`;
}

/** The place in LIMIT_STATES that an age has by the limits of that name, or by those of what nothing is known of. */
function rank(name: 'w' | 'p', age: Prisma.Sql): Prisma.Sql {
  const unknown = limitsOf([], { provider: 'juno', kind: 'operation', step: WHOLE });
  const limit = (member: 'slow' | 'late' | 'stuck') =>
    Prisma.sql`coalesce(${Prisma.raw(`${name}.${member}`)}, ${unknown[member]}::float8)`;
  return Prisma.sql`CASE WHEN r.status = 'failed' THEN 3
    WHEN ${age} > ${limit('stuck')} AND r.status IS DISTINCT FROM 'completed' THEN 3
    WHEN ${age} > ${limit('late')} THEN 2 WHEN ${age} > ${limit('slow')} THEN 1 ELSE 0 END`;
}

/** Whom the refund's payment was given to last; nobody where that was taken back. */
const ASSIGNEE = Prisma.sql`(
  SELECT m.assignee FROM remarks m WHERE m.transaction_id = t.transaction_id AND m.kind = 'assignment'
  ORDER BY m.seq DESC LIMIT 1)`;

/** The same for a whole list at once: the payments that a person, or anybody, holds. */
function held(assignee: string): Prisma.Sql {
  const holds = Prisma.sql`EXISTS (
    SELECT FROM (
      SELECT DISTINCT ON (m.transaction_id) m.transaction_id, m.assignee FROM remarks m WHERE m.kind = 'assignment'
      ORDER BY m.transaction_id, m.seq DESC) h
    WHERE h.transaction_id = t.transaction_id`;
  return assignee === NOBODY
    ? Prisma.sql`NOT ${holds} AND h.assignee IS NOT NULL)`
    : Prisma.sql`${holds} AND h.assignee = ${assignee})`;
}

const names = (from: Prisma.Sql, relation: string, to: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM links b WHERE b.transaction_id = ${from} AND b.relation = ${relation} AND b.target = ${to})`;
const SELF = Prisma.sql`t.transaction_id`;

/** Which end of a Ripio refund is the only one to name the other; both should. */
const ONE_SIDED = Prisma.sql`CASE t.kind
  WHEN 'fiat_deposit' THEN CASE
    WHEN EXISTS (
      SELECT FROM links l JOIN transactions o ON o.id = l.target
      WHERE l.transaction_id = t.transaction_id AND l.relation = 'refunded_by'
        AND NOT ${names(Prisma.sql`l.target`, 'refund_of', SELF)}) THEN 'deposit_only'
    WHEN EXISTS (
      SELECT FROM links l WHERE l.target = t.transaction_id AND l.relation = 'refund_of'
        AND NOT ${names(SELF, 'refunded_by', Prisma.sql`l.transaction_id`)}) THEN 'withdrawal_only' END
  WHEN 'fiat_withdrawal' THEN CASE
    WHEN NOT ${names(Prisma.sql`t.refund_of`, 'refunded_by', SELF)} THEN 'withdrawal_only' END END`;

/** The one that another transaction tells of is left out where that one has a refund to show: each return shows once. */
const SHOWS_ITSELF = Prisma.sql`NOT EXISTS (SELECT FROM refunds o WHERE o.transaction_id = t.refund_of)`;

/** What the filters mean in SQL; every board, page, total and export uses this one predicate. */
export async function predicate(asked: RefundFilters): Promise<Prisma.Sql> {
  const filters = await withKeptTexts(asked, ['q']);
  // A list must not be wider than what was meant.
  if (filters === null) return Prisma.sql`false`;
  const among = (column: Prisma.Sql, words: readonly string[]) =>
    words.length > 0 ? Prisma.sql`${column} = ANY(${[...words]}::text[])` : null;
  const conditions = [
    SHOWS_ITSELF,
    among(Prisma.sql`t.provider`, filters.provider),
    among(Prisma.sql`t.kind`, filters.kind),
    among(Prisma.sql`t.environment`, filters.environment),
    among(Prisma.sql`t.board_column`, filters.column),
    among(Prisma.sql`t.limit_state`, filters.limit_state),
    among(Prisma.sql`t.current_step`, filters.step),
    among(Prisma.sql`t.currency`, filters.currency),
    ...within(Prisma.sql`t.triggered_at`, rangeOf(filters, 'triggered')),
    ...within(Prisma.sql`t.ended_at`, rangeOf(filters, 'ended')),
    filters.amount_min ? Prisma.sql`t.amount >= ${filters.amount_min}::numeric` : null,
    filters.amount_max ? Prisma.sql`t.amount <= ${filters.amount_max}::numeric` : null,
    filters.older_than !== null ? Prisma.sql`t.age >= ${filters.older_than}` : null,
    filters.id_missing ? Prisma.sql`t.is_waiting_for_id` : null,
    filters.partial ? Prisma.sql`t.is_partial` : null,
    filters.one_sided ? Prisma.sql`${ONE_SIDED} IS NOT NULL` : null,
    filters.assignee && held(filters.assignee),
    filters.q && named(filters.q),
  ].filter((condition) => condition !== null);
  return Prisma.join(conditions, ' AND ');
}

function within(column: Prisma.Sql, { from, to }: ReturnType<typeof rangeOf>): (Prisma.Sql | null)[] {
  return [
    from ? Prisma.sql`${column} >= ${from}::timestamptz` : null,
    to ? Prisma.sql`${column} < ${to}::timestamptz` : null,
  ];
}

/** A reference of ours, a transaction id, or the provider's id at its end. */
function named(text: string): Prisma.Sql {
  return Prisma.sql`(t.external_ref = ${text} OR t.transaction_id = ${text}
    OR right(t.transaction_id, length(${text}) + 1) = ':' || ${text})`;
}

/** The members of a row as they are selected. */
export const COLUMNS = Prisma.sql`
  t.transaction_id AS "transactionId", t.provider, t.kind, t.environment, t.original_status AS "originalStatus",
  t.status, t.provider_status AS "providerStatus", t.amount::text AS amount, t.currency, t.is_partial AS "isPartial",
  t.external_ref AS "externalRef", t.steps, t.current_step AS "currentStep", t.steps_done AS "stepsDone",
  t.is_waiting_for_id AS "isWaitingForId", t.whereabouts, t.refund_of AS "refundOf",
  ${instantText(Prisma.sql`t.triggered_at`)} AS "triggeredAt", ${instantText(Prisma.sql`t.moved_at`)} AS "movedAt",
  ${instantText(Prisma.sql`t.ended_at`)} AS "endedAt", t.age AS "ageSeconds", t.limit_state AS "limitState",
  t.board_column AS "column", ${ONE_SIDED} AS "oneSided", ${ASSIGNEE} AS assignee`;

/** A selected row: an amount and its currency apart, and no limits yet. */
export type Selected = Omit<RefundRow, 'amount' | 'limits' | 'stepLimits'> & {
  readonly provider: Provider;
  readonly kind: Kind;
  readonly environment: Environment;
  readonly amount: string | null;
  readonly currency: string | null;
};

export function rowOf({ currency, amount, ...row }: Selected, limits: readonly Limits[]): RefundRow {
  const { provider, kind, currentStep } = row;
  return {
    ...row,
    amount: amount === null ? null : { amount, currency },
    limits: limitsOf(limits, { provider, kind, step: WHOLE }),
    stepLimits: currentStep === null ? null : limitsOf(limits, { provider, kind, step: currentStep }),
  };
}
