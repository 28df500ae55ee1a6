import 'server-only';
import type { Reconciled } from '@/lib/reconciliation/match';
import { Prisma } from '@/prisma/generated/client';

/**
 * Where a payment stands against the bank, as conditions on transactions `t`: the worst of its legs, exception before
 * late before expected before matched before not needed. It says of the payment what `statedLegs` says of each leg; a
 * test holds the two together. Semi-joins, so that Postgres may begin at the few or walk the list, as fits.
 */
export function standsAs(word: string): Prisma.Sql {
  return STANDINGS[word as Reconciled];
}

/** Open exceptions of a leg `g` against the bank. */
const OPEN = Prisma.sql`x.leg_id = g.id AND x.state <> 'resolved' AND x.about NOT LIKE '%|ledger'`;
const IS_OPEN = Prisma.sql`EXISTS (SELECT FROM match_exceptions x WHERE ${OPEN})`;
const IS_MATCHED = Prisma.sql`EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = 'bank')`;
/** A person said what became of it. */
const IS_SETTLED = Prisma.sql`EXISTS (
  SELECT FROM match_exceptions x WHERE x.leg_id = g.id AND x.about NOT LIKE '%|ledger' AND x.state = 'resolved'
    AND x.resolved_by IS NOT NULL)`;
/** Another provider tells the same hash: seen at both ends of the chain. */
const IS_SEEN_TWICE = Prisma.sql`EXISTS (
  SELECT FROM leg_ids i JOIN leg_ids j ON j.key = i.key AND j.kind = i.kind AND j.leg_id <> i.leg_id
  JOIN legs o ON o.id = j.leg_id AND o.provider <> g.provider AND o.environment = g.environment
  WHERE i.leg_id = g.id AND i.kind = 'tx_hash')`;
const IS_NEEDED = Prisma.sql`g.expectation NOT IN ('failed', 'not_seen') AND NOT ${IS_SETTLED}`;

const hasLeg = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM legs g WHERE g.transaction_id = t.id AND ${condition})`;
/** Begins at the open exceptions, which are few. */
const isAccused = (condition: Prisma.Sql) => Prisma.sql`t.id IN (
  SELECT g.transaction_id FROM match_exceptions x JOIN legs g ON g.id = x.leg_id WHERE ${OPEN} ${condition})`;

const HAS_EXCEPTION = isAccused(Prisma.sql`AND x.reason <> 'late'`);
const HAS_OPEN = isAccused(Prisma.empty);
const HAS_EXPECTED = hasLeg(Prisma.sql`g.rail <> 'chain' AND ${IS_NEEDED} AND NOT ${IS_MATCHED} AND NOT ${IS_OPEN}`);
const HAS_MATCHED = Prisma.sql`(${hasLeg(Prisma.sql`${IS_MATCHED} AND NOT ${IS_OPEN}`)}
  OR ${hasLeg(Prisma.sql`g.rail = 'chain' AND ${IS_NEEDED} AND ${IS_SEEN_TWICE} AND NOT ${IS_OPEN}`)})`;

const STANDINGS: Readonly<Record<Reconciled, Prisma.Sql>> = {
  exception: HAS_EXCEPTION,
  late: Prisma.sql`(${HAS_OPEN} AND NOT ${HAS_EXCEPTION})`,
  expected: Prisma.sql`(${HAS_EXPECTED} AND NOT ${HAS_OPEN})`,
  matched: Prisma.sql`(${HAS_MATCHED} AND NOT ${HAS_OPEN} AND NOT ${HAS_EXPECTED})`,
  not_needed: Prisma.sql`(${hasLeg(Prisma.sql`true`)} AND NOT ${HAS_OPEN} AND NOT ${HAS_EXPECTED} AND NOT ${HAS_MATCHED})`,
};
