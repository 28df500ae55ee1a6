import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Reconciled } from './match';
import type { Book } from './view';
import type { LegFilters } from './view-query';
import { seenAtBoth } from './view-rows.store';

/**
 * That a leg `t` stands in one of the states of a filter; `null` where it names none. It says what `leg_state` of
 * `statedLegs` says (a test holds the two together), but of each leg alone and as conditions that the planner can
 * estimate: the first rows of a state come without the state of every leg.
 */
export function stateIsOneOf({ state, rail, book }: Pick<LegFilters, 'state' | 'rail' | 'book'>): Prisma.Sql | null {
  if (state.length === 0) return null;
  const mayBeOnChain = rail.length === 0 || rail.includes('chain');
  const states = statesAgainst(book ?? 'bank', book !== 'ledger' && mayBeOnChain);
  return Prisma.sql`(${Prisma.join(
    state.map((one) => states[one]),
    ' OR ',
  )})`;
}

/** `isSeenOnChain`: no statement is expected of what moves on a chain, only the hash at its other end. */
function statesAgainst(book: Book, isSeenOnChain: boolean): Readonly<Record<Reconciled, Prisma.Sql>> {
  const about = Prisma.sql`SELECT FROM match_exceptions x
    WHERE x.leg_id = t.id AND (x.about LIKE '%|ledger') = (${book} = 'ledger')`;
  const isOpen = Prisma.sql`EXISTS (${about} AND x.state <> 'resolved')`;
  const isGrave = Prisma.sql`EXISTS (${about} AND x.state <> 'resolved' AND x.reason <> 'late')`;
  const isSettled = Prisma.sql`EXISTS (${about} AND x.state = 'resolved' AND x.resolved_by IS NOT NULL)`;
  const isHeld = Prisma.sql`EXISTS (SELECT FROM matched_legs x WHERE x.leg_id = t.id AND x.book = ${book})`;
  const isMoved = Prisma.sql`t.expectation NOT IN ('failed', 'not_seen') AND NOT ${isSettled}`;
  const isFree = Prisma.sql`NOT ${isOpen} AND NOT ${isHeld}`;
  const isOnChain = isSeenOnChain ? Prisma.sql`t.rail = 'chain'` : Prisma.sql`false`;
  const isSeen = Prisma.sql`${isOnChain} AND ${isMoved} AND ${seenAtBoth(Prisma.sql`t`)}`;
  return {
    matched: isSeenOnChain
      ? Prisma.sql`(NOT ${isOpen} AND (${isHeld} OR ${isSeen}))`
      : Prisma.sql`(${isHeld} AND NOT ${isOpen})`,
    late: Prisma.sql`(${isOpen} AND NOT ${isGrave})`,
    exception: isGrave,
    not_needed: Prisma.sql`(${isFree} AND (NOT (${isMoved}) OR ${isOnChain} AND NOT ${seenAtBoth(Prisma.sql`t`)}))`,
    expected: Prisma.sql`(${isFree} AND ${isMoved} AND NOT ${isOnChain})`,
  };
}
