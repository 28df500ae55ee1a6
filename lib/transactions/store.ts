import 'server-only';
import type { Tx } from '@/lib/db';
import type { Status } from '@/lib/events/status';
import { identifierKey } from '@/lib/identifiers/keys';
import type { Environment } from '@/lib/providers/catalogue';
import type { Transaction } from './transaction';

/** A fold about to be saved. */
export type Folded = { readonly state: Transaction; readonly environment: Environment };

/** A B-tree entry must stay under a third of a page; longer values are found by their beginning. */
export const MAX_KEY_LENGTH = 400;

/** The same limit holds for an index over several codes of currencies; longer ones stay whole in the fold. */
const LONGEST_CODE = 40;

/**
 * Saves folds set-wise: one statement each for transactions, identifiers and links. A fold only ever gains identifiers
 * and links, so nothing is deleted.
 */
export async function saveTransactions(tx: Tx, folded: readonly Folded[]): Promise<void> {
  if (folded.length === 0) return;
  await upsertTransactions(tx, folded);
  await insertIdentifiers(tx, folded);
  await insertLinks(tx, folded);
}

async function upsertTransactions(tx: Tx, folded: readonly Folded[]): Promise<void> {
  const rows = folded.map(({ state, environment }) => ({ environment, state }));
  await tx.$executeRaw`
    INSERT INTO transactions (
      id, provider, kind, environment, status, provider_status, amount, currency, amount_out, currency_out, token,
      network, external_ref, refund_status, is_incomplete, occurred_at, updated_at, event_count, state)
    SELECT s->>'id', s->>'provider', s->>'kind', environment, s->>'status', s->>'providerStatus',
      (s->'amount'->>'amount')::numeric, left(s->'amount'->>'currency', ${LONGEST_CODE}),
      (s->'amountOut'->>'amount')::numeric, left(s->'amountOut'->>'currency', ${LONGEST_CODE}),
      left(s->>'token', ${LONGEST_CODE}),
      s->>'network', s->>'externalRef', s->'refund'->>'status', (s->>'isIncomplete')::boolean,
      (s->>'occurredAt')::timestamptz, (s->>'updatedAt')::timestamptz, (s->>'eventCount')::int, s
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(environment text, state jsonb), LATERAL (SELECT state AS s) AS one
    ORDER BY s->>'id'
    ON CONFLICT (id) DO UPDATE SET
      kind = excluded.kind, environment = excluded.environment, status = excluded.status,
      provider_status = excluded.provider_status, amount = excluded.amount, currency = excluded.currency,
      amount_out = excluded.amount_out, currency_out = excluded.currency_out, token = excluded.token,
      network = excluded.network, external_ref = excluded.external_ref, refund_status = excluded.refund_status,
      is_incomplete = excluded.is_incomplete, occurred_at = excluded.occurred_at, updated_at = excluded.updated_at,
      event_count = excluded.event_count, state = excluded.state`;
}

async function insertIdentifiers(tx: Tx, folded: readonly Folded[]): Promise<void> {
  const rows = folded.flatMap(({ state }) =>
    state.identifiers.map(({ kind, value, network }) => ({
      key: storedKey(kind, value),
      kind,
      transaction_id: state.id,
      value,
      network: network ?? null,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO identifiers (key, kind, transaction_id, value, network)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(key text, kind text, transaction_id text, value text, network text)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`;
}

async function insertLinks(tx: Tx, folded: readonly Folded[]): Promise<void> {
  const rows = folded.flatMap(({ state }) =>
    state.links.map(({ relation, target }) => ({
      transaction_id: state.id,
      relation,
      target: target.slice(0, MAX_KEY_LENGTH),
    })),
  );
  await tx.$executeRaw`
    INSERT INTO links (transaction_id, relation, target)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(transaction_id text, relation text, target text)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`;
}

/** The key an identifier is stored under. */
export function storedKey(kind: string, value: string): string {
  return identifierKey(kind, value).slice(0, MAX_KEY_LENGTH);
}

/** Where the named transactions stand; those not in the store are left out. */
export async function statusesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Status>> {
  const rows = await tx.transaction.findMany({ where: { id: { in: [...ids] } }, select: { id: true, status: true } });
  return new Map(rows.map((row) => [row.id, row.status as Status]));
}
