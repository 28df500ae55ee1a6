import 'server-only';
import type { Tx } from '@/lib/db';
import type { Reconciled } from '@/lib/reconciliation/match';
import { statedLegs } from '@/lib/reconciliation/view-rows.store';
import { instantText } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import type { ListedTransaction } from './page';

/** What the desk knows about a payment beside its fold. */
export type ListedFacts = Omit<ListedTransaction, 'transaction' | 'environment'>;

const ALL_FACTS = ['reconciliation', 'legs', 'difference', 'duplicates', 'firstReceivedAt', 'assignee'] as const;

/** The states of a leg against the bank, the worst first. */
const WORST_FIRST: readonly Reconciled[] = ['exception', 'late', 'expected', 'matched', 'not_needed'];

type Row = Omit<ListedFacts, 'reconciliation'> & {
  readonly id: string;
  readonly state: Reconciled | null;
  readonly reasons: NonNullable<ListedFacts['reconciliation']>['reasons'];
};

/** The facts beside some transactions, by their ids: one query for a page. Of what is not wanted nothing is read. */
export async function readFacts(
  tx: Tx,
  ids: readonly string[],
  facts: readonly (keyof ListedFacts)[] = ALL_FACTS,
): Promise<Map<string, ListedFacts>> {
  if (ids.length === 0) return new Map();
  const wanted = Prisma.sql`${[...ids]}::text[]`;
  const where = (...names: readonly (keyof ListedFacts)[]) =>
    names.some((name) => facts.includes(name)) ? Prisma.sql`true` : Prisma.sql`false`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.id, l.state, coalesce(l.reasons, '{}') AS reasons, coalesce(l.legs, 0) AS legs, f.difference,
      coalesce(d.duplicates, 0) AS duplicates, r."firstReceivedAt", a.assignee
    FROM unnest(${wanted}) AS w(id)
    LEFT JOIN (${legFacts(wanted)}) l ON l.transaction_id = w.id AND ${where('reconciliation', 'legs')}
    LEFT JOIN (${differences(wanted)}) f ON f.transaction_id = w.id AND ${where('difference')}
    LEFT JOIN (
      SELECT transaction_id, count(*)::int AS duplicates FROM readings
      WHERE outcome = 'duplicate' AND transaction_id = ANY(${wanted}) GROUP BY 1) d
      ON d.transaction_id = w.id AND ${where('duplicates')}
    -- Payment by payment: for thousands of them at once every delivery there is would be read.
    LEFT JOIN LATERAL (
      SELECT ${instantText(Prisma.sql`min(d.received_at)`)} AS "firstReceivedAt"
      FROM events e JOIN deliveries d ON d.seq = e.delivery_seq WHERE e.transaction_id = w.id) r ON ${where('firstReceivedAt')}
    LEFT JOIN (
      SELECT DISTINCT ON (transaction_id) transaction_id, assignee FROM remarks
      WHERE kind = 'assignment' AND transaction_id = ANY(${wanted})
      ORDER BY transaction_id, seq DESC) a ON a.transaction_id = w.id AND ${where('assignee')}`;
  return new Map(
    rows.map(({ id, state, reasons, ...row }) => [id, { ...row, reconciliation: state && { state, reasons } }]),
  );
}

/** The worst state of a payment's legs, the open reasons of those in it, and how many legs there are. */
function legFacts(ids: Prisma.Sql): Prisma.Sql {
  const worst = Prisma.sql`array_position(${[...WORST_FIRST]}::text[], t.leg_state)`;
  return Prisma.sql`
    SELECT t.transaction_id, (${[...WORST_FIRST]}::text[])[min(${worst})] AS state, count(DISTINCT t.id)::int AS legs,
      array_agg(DISTINCT reason ORDER BY reason) FILTER (WHERE reason IS NOT NULL) AS reasons
    FROM ${statedLegs('bank', ids)} LEFT JOIN LATERAL unnest(t.reasons) AS reason ON true
    WHERE t.transaction_id = ANY(${ids}) GROUP BY t.transaction_id`;
}

/** The match of a payment with the bank that leaves most unexplained. */
function differences(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (g.transaction_id) g.transaction_id, jsonb_build_object(
      'remainder', m.remainder::text, 'explained', coalesce(m.evidence->'explained', '[]'::jsonb)) AS difference
    FROM legs g JOIN matched_legs l ON l.leg_id = g.id AND l.book = 'bank' JOIN matches m ON m.id = l.match_id
    WHERE g.transaction_id = ANY(${ids}) ORDER BY g.transaction_id, abs(m.remainder) DESC, m.id`;
}
