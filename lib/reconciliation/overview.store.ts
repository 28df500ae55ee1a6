import 'server-only';
import type { Environment } from '@/lib/providers/catalogue';
import { inSnapshot } from '@/lib/snapshot.store';
import type { AccountRail } from '@/lib/statements/account';
import type { Rail } from './leg';
import { RECONCILED, type Reconciled } from './match';
import type { AccountStanding, RailStanding } from './overview';
import type { SideTotal } from './view';
import { roomToCount } from './view.store';
import { manyStatedLegs, statedLegs } from './view-rows.store';

type Counted = Omit<SideTotal, 'count'> & { readonly count: bigint };
type StateRow = Counted & { readonly state: Reconciled };

/** How the legs of one rail and environment stand against the bank, with exact sums. */
export async function railStanding(rail: Rail, environment: Environment): Promise<RailStanding> {
  const rows = await inSnapshot(async (tx) => {
    await roomToCount(tx);
    // Only on a chain a leg is asked whether it is seen at both ends.
    const legs = rail === 'chain' ? manyStatedLegs('bank') : statedLegs('bank');
    return tx.$queryRaw<StateRow[]>`
      SELECT t.leg_state AS state, t.currency, t.direction, count(*) AS count, sum(t.amount)::text AS sum
      FROM ${legs} WHERE t.rail = ${rail} AND t.environment = ${environment}
      GROUP BY 1, 2, 3 ORDER BY t.currency NULLS LAST, t.direction`;
  });
  return {
    rail,
    states: RECONCILED.map((state) => {
      const totals = rows.filter((row) => row.state === state).map(totalOf);
      return { state, totals, count: totals.reduce((sum, { count }) => sum + count, 0) };
    }),
  };
}

type AccountRow = {
  id: string;
  name: string;
  rail: AccountRail;
  bank: string | null;
  latest_id: bigint | null;
  first_day: string | null;
  last_day: string | null;
  imported_at: Date | null;
  missing: number;
};

/** Every account with what of its lines is open, its latest statement, and the days that its statements leave out. */
export async function accountStandings(): Promise<AccountStanding[]> {
  const [accounts, open] = await inSnapshot(async (tx) => [
    await tx.$queryRaw<AccountRow[]>`
      WITH standing AS (
        SELECT *, greatest(first_day - 1 - max(last_day) OVER (
          PARTITION BY account_id ORDER BY first_day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS gap
        FROM statements WHERE undone_at IS NULL)
      SELECT a.id, a.name, a.rail, a.bank, s.id AS latest_id, s.first_day::text AS first_day,
        s.last_day::text AS last_day, s.imported_at,
        (SELECT coalesce(sum(gap), 0)::int FROM standing g WHERE g.account_id = a.id) AS missing
      FROM bank_accounts a LEFT JOIN LATERAL (
        SELECT * FROM standing s WHERE s.account_id = a.id
        ORDER BY s.last_day DESC NULLS LAST, s.id DESC LIMIT 1) s ON true
      ORDER BY a.rail, a.name`,
    await tx.$queryRaw<(Counted & { readonly account: string })[]>`
      SELECT l.account_id AS account, l.currency, CASE WHEN l.amount < 0 THEN 'out' ELSE 'in' END AS direction,
        count(*) AS count, sum(abs(l.amount))::text AS sum
      FROM lines l WHERE l.kind = 'payment' AND NOT EXISTS (SELECT FROM matched_lines m WHERE m.line_seq = l.seq)
      GROUP BY 1, 2, 3 ORDER BY 2, 3`,
  ]);
  return accounts.map(({ latest_id, first_day, last_day, imported_at, missing, ...account }) => ({
    ...account,
    open: open.filter((row) => row.account === account.id).map(totalOf),
    latest:
      latest_id === null || imported_at === null
        ? null
        : { id: String(latest_id), firstDay: first_day, lastDay: last_day, importedAt: imported_at },
    missingDays: missing,
  }));
}

function totalOf({ currency, direction, count, sum }: Counted): SideTotal {
  return { currency, direction, count: Number(count), sum };
}
