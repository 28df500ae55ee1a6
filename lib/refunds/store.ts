import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import type { Refund } from './refund';

/** What the fold of a transaction says of its refund; `null`: it has none, and none is kept. */
export type RefundFold = {
  readonly transactionId: string;
  readonly environment: Environment;
  readonly refund: Refund | null;
};

/** Saves the refunds of transactions that were folded, set-wise: one statement for those there are, one for those gone. */
export async function saveRefunds(tx: Tx, folds: readonly RefundFold[]): Promise<void> {
  const kept = folds.flatMap(({ refund, environment }) => (refund ? [{ environment, refund }] : []));
  const gone = folds.filter(({ refund }) => refund === null).map(({ transactionId }) => transactionId);
  if (gone.length > 0) await tx.$executeRaw`DELETE FROM refunds WHERE transaction_id = ANY(${gone}::text[])`;
  if (kept.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO refunds (
      transaction_id, provider, kind, environment, original_status, status, provider_status, amount, currency, is_partial,
      external_ref, steps, current_step, steps_done, is_waiting_for_id, whereabouts, refund_of, triggered_at, moved_at,
      ended_at)
    SELECT f->>'transactionId', f->>'provider', f->>'kind', environment, f->>'originalStatus', f->>'status',
      f->>'providerStatus', (f->'amount'->>'amount')::numeric, f->'amount'->>'currency', (f->>'isPartial')::boolean,
      f->>'externalRef', f->'steps', f->>'currentStep', (f->>'stepsDone')::int, (f->>'isWaitingForId')::boolean,
      f->>'whereabouts', f->>'refundOf', (f->>'triggeredAt')::timestamptz, (f->>'movedAt')::timestamptz,
      (f->>'endedAt')::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS r(environment text, refund jsonb),
      LATERAL (SELECT refund AS f) AS one
    ORDER BY f->>'transactionId'
    ON CONFLICT (transaction_id) DO UPDATE SET
      kind = excluded.kind, environment = excluded.environment, original_status = excluded.original_status,
      status = excluded.status, provider_status = excluded.provider_status, amount = excluded.amount,
      currency = excluded.currency, is_partial = excluded.is_partial, external_ref = excluded.external_ref,
      steps = excluded.steps, current_step = excluded.current_step, steps_done = excluded.steps_done,
      is_waiting_for_id = excluded.is_waiting_for_id, whereabouts = excluded.whereabouts,
      refund_of = excluded.refund_of, triggered_at = excluded.triggered_at, moved_at = excluded.moved_at,
      ended_at = excluded.ended_at`;
}
