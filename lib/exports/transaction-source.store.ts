import 'server-only';
import { maskValue } from '@/lib/access/masking';
import { maskTextAbout } from '@/lib/access/masking-text';
import type { Sight } from '@/lib/access/rights';
import { prisma } from '@/lib/db';
import { predicate } from '@/lib/transactions/filter.store';
import type { ListQuery } from '@/lib/transactions/filters';
import { orderOf } from '@/lib/transactions/list.store';
import { type ListedFacts, readFacts } from '@/lib/transactions/listed.store';
import { Prisma } from '@/prisma/generated/client';
import { JOINT } from './csv-joined';
import type { Cell } from './file-format';
import type { Source } from './source.store';
import type { TransactionColumn } from './transaction-columns';

const identifier = (...kinds: readonly string[]) => {
  const first = (kind: string) =>
    Prisma.raw(`jsonb_path_query_first(t.state, '$.identifiers[*] ? (@.kind == "${kind}")')`);
  return Prisma.sql`coalesce(${Prisma.join(kinds.map(first))})`;
};
const fee = (kind: 'discounted' | 'transfer') =>
  Prisma.raw(`jsonb_path_query_first(t.state, '$.fees[*] ? (@.kind == "${kind}")')->'amount'->>'amount'`);
const BANK_REFERENCE = identifier('clave_rastreo', 'e2e');

/** Steps as the refunds' file writes them: `STEP=STATE:id`, in the provider's order. */
const REFUND_STEPS = Prisma.sql`(
  SELECT string_agg((s.step->>'step') || '=' || (s.step->>'providerStatus') || ':' || coalesce(s.step->>'id', ''), ' ' ORDER BY s.place)
  FROM jsonb_array_elements(CASE jsonb_typeof(t.state->'refund') WHEN 'object' THEN t.state->'refund'->'steps' END)
    WITH ORDINALITY AS s(step, place))`;

type FactColumn =
  | 'first_received_at'
  | 'reconciliation'
  | 'reconciliation_reasons'
  | 'difference'
  | 'legs'
  | 'duplicates'
  | 'assignee';

/** What Postgres makes of a payment by itself: a text, or nothing. */
const TOLD: Readonly<Record<Exclude<TransactionColumn, FactColumn>, Prisma.Sql>> = {
  id: Prisma.sql`t.id`,
  provider_id: Prisma.sql`${identifier('provider_id')}->>'value'`,
  provider: Prisma.sql`t.provider`,
  kind: Prisma.sql`t.kind`,
  environment: Prisma.sql`t.environment`,
  status: Prisma.sql`t.status`,
  provider_status: Prisma.sql`t.provider_status`,
  amount: Prisma.sql`t.amount::text`,
  currency: Prisma.sql`t.currency`,
  amount_out: Prisma.sql`t.amount_out::text`,
  currency_out: Prisma.sql`t.currency_out`,
  fee_discounted: fee('discounted'),
  fee_transfer: fee('transfer'),
  reverted_amount: Prisma.sql`t.state->'revertedAmount'->>'amount'`,
  exchange_rate: Prisma.sql`t.state->>'exchangeRate'`,
  network: Prisma.sql`t.network`,
  token: Prisma.sql`t.token`,
  external_ref: Prisma.sql`t.external_ref`,
  bank_reference: Prisma.sql`${BANK_REFERENCE}->>'value'`,
  bank_reference_kind: Prisma.sql`${BANK_REFERENCE}->>'kind'`,
  account: Prisma.sql`${identifier('sender_clabe', 'receiver_clabe', 'origin_account', 'beneficiary_account_id')}->>'value'`,
  tx_hash: Prisma.sql`${identifier('tx_hash')}->>'value'`,
  end_user: Prisma.sql`t.state->>'endUser'`,
  counterparty: Prisma.sql`coalesce(t.state->'details'->>'sender_name', t.state->'details'->>'holder_name')`,
  occurred_at: Prisma.sql`t.state->>'occurredAt'`,
  updated_at: Prisma.sql`t.state->>'updatedAt'`,
  refund_status: Prisma.sql`t.refund_status`,
  refund_steps: REFUND_STEPS,
  incomplete: Prisma.sql`t.is_incomplete::text`,
  reopened: Prisma.sql`t.state->>'isReopened'`,
  events: Prisma.sql`t.event_count::text`,
  failure: Prisma.sql`nullif(concat_ws(': ', nullif(t.state->'failure'->>'code', ''), nullif(t.state->'failure'->>'message', '')), '')`,
};

type Beside = { readonly of: keyof ListedFacts; readonly cell: (facts: ListedFacts) => Cell };

/** What is known beside it, read for many at once. */
const BESIDE: Readonly<Record<FactColumn, Beside>> = {
  first_received_at: { of: 'firstReceivedAt', cell: ({ firstReceivedAt }) => firstReceivedAt },
  reconciliation: { of: 'reconciliation', cell: ({ reconciliation }) => reconciliation?.state ?? null },
  reconciliation_reasons: {
    of: 'reconciliation',
    cell: ({ reconciliation }) => reconciliation?.reasons.join(' ') || null,
  },
  difference: { of: 'difference', cell: ({ difference }) => difference?.remainder ?? null },
  legs: { of: 'legs', cell: ({ legs }) => String(legs) },
  duplicates: { of: 'duplicates', cell: ({ duplicates }) => String(duplicates) },
  assignee: { of: 'assignee', cell: ({ assignee }) => assignee },
};

/** Where a file of transactions reads. What stands beside a payment is read while the file is written. */
export async function transactionSource(
  sight: Sight,
  { filters, sort }: Pick<ListQuery, 'filters' | 'sort'>,
  columns: readonly TransactionColumn[],
  now: Date,
): Promise<Source> {
  const { isDescending, ...order } = orderOf(sort);
  const told = columns.map((name) => (isBeside(name) ? Prisma.sql`NULL` : TOLD[name]));
  const hasBeside = columns.some(isBeside);
  return {
    list: {
      ...order,
      of: Prisma.sql`transactions t WHERE ${await predicate(sight, filters, now)}`,
      tie: Prisma.sql`t.id`,
      tieCast: Prisma.sql`text`,
    },
    isDescending,
    joined: hasBeside || sight === 'masked' ? null : joined(told),
    // Behind the cells: whose name may stand in a text, and by what id more is known.
    select: Prisma.join(
      [...told, TOLD.counterparty, Prisma.sql`t.id`].slice(0, sight === 'masked' || hasBeside ? undefined : -2),
    ),
    cells: async (selected) => {
      const rows = selected as readonly (readonly Cell[])[];
      const whole = hasBeside ? await withFacts(rows, columns) : rows;
      return sight === 'masked' ? whole.map((row, at) => maskedCells(row, columns, rows[at]?.at(-2))) : whole;
    },
    totals: transactionTotals,
  };
}

/** The cells of a payment for whoever sees masked; the slower way, since the database masks nothing. */
function maskedCells(
  row: readonly Cell[],
  columns: readonly TransactionColumn[],
  counterparty: Cell | undefined,
): Cell[] {
  return columns.map((name, place) => {
    const cell = row[place] ?? null;
    if (cell === null) return null;
    return name === 'failure' ? maskTextAbout(cell, counterparty ? [counterparty] : []) : maskValue(name, cell);
  });
}

function joined(cells: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`concat_ws(${JOINT}, ${Prisma.join(cells.map((cell) => Prisma.sql`coalesce(${cell}, '')`))})`;
}

function isBeside(name: TransactionColumn): name is FactColumn {
  return Object.hasOwn(BESIDE, name);
}

async function withFacts(rows: readonly (readonly Cell[])[], columns: readonly TransactionColumn[]): Promise<Cell[][]> {
  const ids = rows.map((row) => String(row.at(-1)));
  const wanted = columns.filter(isBeside).map((name) => BESIDE[name].of);
  const facts = await readFacts(prisma(), ids, wanted);
  return rows.map((row, at) => {
    const own = facts.get(ids[at] ?? '');
    return columns.map((name, place) =>
      isBeside(name) ? (own ? BESIDE[name].cell(own) : null) : (row[place] ?? null),
    );
  });
}

/** What goes in and what comes out, apart: every payment counts once among what goes in. */
const transactionTotals = (of: Prisma.Sql) => Prisma.sql`
  SELECT t.currency, 'in' AS direction, count(*) AS count, sum(t.amount)::text AS sum FROM ${of} GROUP BY 1
  UNION ALL
  SELECT t.currency_out, 'out', count(*), sum(t.amount_out)::text FROM ${of} AND t.amount_out IS NOT NULL GROUP BY 1
  ORDER BY 2, 3 DESC, 1`;
