import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment, Kind } from '@/lib/providers/catalogue';
import { type Folded, MAX_KEY_LENGTH } from '@/lib/transactions/store';
import type { Transaction } from '@/lib/transactions/transaction';
import type { Leg } from './leg';
import { legsOf } from './legs';
import { speiOperatingDays } from './local-day';

/** Kinds whose legs another transaction has a say in: a payout and the transfer that pays it, a deposit and its refund. */
const RELATED_KINDS: ReadonlySet<Kind> = new Set([
  'burn',
  'usd_to_pix',
  'money_transfer',
  'fiat_deposit',
  'fiat_withdrawal',
]);
const RELATIONS = ['pays_out', 'refund_of'];

/**
 * Saves the legs of transactions that were folded and saved, and those of the transactions they are related to, set-wise.
 *
 * A leg that the fold no longer gives goes, also when a line is matched with it: the legs are a function of the
 * transactions and of nothing else, so that a rebuild gives the same table. What was matched with it keeps its
 * reservation until the next run, which hands it on to the leg that tells the movement now, or says that there is none
 * (see `follow.store`). Ids stay the same from fold to fold, which is what matches hold on to.
 */
export async function saveLegs(tx: Tx, folded: readonly Folded[]): Promise<void> {
  if (folded.length === 0) return;
  const around = await withRelated(tx, folded);
  const related = relations(around);
  const legs = around.flatMap(({ state, environment }) =>
    legsOf(state, { environment, related: related.get(state.id) ?? [] }),
  );
  await removeGone(
    tx,
    around.map(({ state }) => state.id),
    legs,
  );
  await upsertLegs(tx, legs);
}

/** The folded ones, and where one of them may have a say in another's legs, those others: one read for all. */
async function withRelated(tx: Tx, folded: readonly Folded[]): Promise<readonly Folded[]> {
  const ids = folded.filter(({ state }) => RELATED_KINDS.has(state.kind)).map(({ state }) => state.id);
  if (ids.length === 0) return folded;
  const found = await tx.$queryRaw<{ state: Transaction; environment: Environment }[]>`
    WITH hubs AS (
      SELECT unnest(${ids}::text[]) COLLATE "C" AS id
      UNION SELECT target FROM links WHERE transaction_id = ANY(${ids}::text[]) AND relation = ANY(${RELATIONS}::text[])),
    around AS (
      SELECT id FROM hubs
      UNION SELECT l.transaction_id FROM links l JOIN hubs ON l.target = hubs.id WHERE l.relation = ANY(${RELATIONS}::text[]))
    SELECT t.state, t.environment FROM transactions t JOIN around ON around.id = t.id`;
  const own = new Set(folded.map(({ state }) => state.id));
  return [...folded, ...found.filter(({ state }) => !own.has(state.id))];
}

/** By transaction, the others at either end of its relations. */
function relations(around: readonly Folded[]): Map<string, Transaction[]> {
  const states = new Map(around.map(({ state }) => [state.id, state]));
  const related = new Map<string, Transaction[]>();
  const note = (id: string, other: Transaction) => related.set(id, [...(related.get(id) ?? []), other]);
  for (const { state } of around) {
    for (const { relation, target } of state.links) {
      const other = states.get(target);
      if (!other || !RELATIONS.includes(relation)) continue;
      note(state.id, other);
      note(target, state);
    }
  }
  return related;
}

async function removeGone(tx: Tx, transactionIds: readonly string[], legs: readonly Leg[]): Promise<void> {
  // Mostly the transactions are new, and then there is nothing to remove.
  const [before] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM legs WHERE transaction_id = ANY(${[...transactionIds]}::text[])) AS found`;
  if (!before?.found) return;
  const kept = legs.map(({ id }) => id);
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM legs WHERE transaction_id = ANY(${[...transactionIds]}::text[]) AND id <> ALL(${kept}::text[]) RETURNING id),
    given AS (
      SELECT leg_id COLLATE "C" AS leg_id, kind, key COLLATE "C" AS key
      FROM jsonb_to_recordset(${JSON.stringify(idRows(legs))}::jsonb) AS r(leg_id text, kind text, key text))
    DELETE FROM leg_ids i
    WHERE i.leg_id IN (SELECT id FROM gone UNION ALL SELECT unnest(${kept}::text[]))
      AND NOT EXISTS (SELECT FROM given g WHERE (g.leg_id, g.kind, g.key) = (i.leg_id, i.kind, i.key))`;
}

async function upsertLegs(tx: Tx, legs: readonly Leg[]): Promise<void> {
  if (legs.length === 0) return;
  const rows = legs.map((leg) => ({ last_day: lastDayOf(leg), leg }));
  await tx.$executeRaw`
    INSERT INTO legs (
      id, transaction_id, provider, kind, environment, rail, direction, amount, currency, expectation, occurred_at,
      local_day, last_day, external_ref, data)
    SELECT g->>'id', g->>'transactionId', g->>'provider', g->>'kind', g->>'environment', g->>'rail', g->>'direction',
      (g->'money'->>'amount')::numeric, g->'money'->>'currency', g->>'expectation', (g->>'occurredAt')::timestamptz,
      (g->>'localDay')::date, last_day, g->>'externalRef', g
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(last_day date, leg jsonb), LATERAL (SELECT leg AS g) AS one
    ORDER BY g->>'id'
    ON CONFLICT (id) DO UPDATE SET
      kind = excluded.kind, environment = excluded.environment, rail = excluded.rail, direction = excluded.direction,
      amount = excluded.amount, currency = excluded.currency, expectation = excluded.expectation,
      occurred_at = excluded.occurred_at, local_day = excluded.local_day, last_day = excluded.last_day,
      external_ref = excluded.external_ref, data = excluded.data
    WHERE legs.data <> excluded.data`;
  await tx.$executeRaw`
    INSERT INTO leg_ids (leg_id, kind, key, value)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(idRows(legs))}::jsonb)
      AS r(leg_id text, kind text, key text, value text)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`;
}

/** The kind under which a hash is stored once more without its network: statements mostly do not tell it. */
export const BARE_HASH = 'bare_hash';

function idRows(legs: readonly Leg[]) {
  const rows = legs.flatMap(({ id, ids }) =>
    ids.flatMap(({ kind, key, value }) => {
      const row = { leg_id: id, kind, key: key.slice(0, MAX_KEY_LENGTH), value };
      return kind === 'tx_hash' ? [row, { ...row, kind: BARE_HASH, key: key.slice(key.lastIndexOf(' ') + 1) }] : [row];
    }),
  );
  // A hash that was told with two networks has one bare form.
  return [...new Map(rows.map((row) => [`${row.leg_id} ${row.kind} ${row.key}`, row])).values()];
}

/** The last day on which the bank may book a leg. */
export function lastDayOf({ rail, occurredAt, localDay }: Leg): string {
  return rail === 'spei' ? (speiOperatingDays(occurredAt).at(-1) ?? localDay) : localDay;
}
