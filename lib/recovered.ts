import 'server-only';
import { may } from '@/lib/access/rights';
import type { Viewer } from '@/lib/access/session';
import { MAX_RECOVERY_REASON } from '@/lib/events/acknowledgement';
import { isSeq } from '@/lib/events/received';
import { markRecovered, type RecoveryOutcome, undoRecovery } from '@/lib/events/recovery.store';

/** What a form says: the number of a delivery, a reason, or both; empty is not told. */
export type RecoveryForm = { readonly delivery: string; readonly reason: string };

/** Marks a false acknowledgement as recovered, for whoever may also admit what was refused. */
export async function recover(
  id: string,
  form: RecoveryForm,
  viewer: Viewer | null,
  address: string | null = null,
): Promise<RecoveryOutcome | 'not_allowed' | 'nothing_said' | 'too_long'> {
  if (!may(viewer, 'repair')) return 'not_allowed';
  if (!isId(id)) return 'not_found';
  const [delivery, reason] = [form.delivery.trim(), form.reason.replaceAll('\0', '').trim()];
  if (delivery === '' && reason === '') return 'nothing_said';
  if (delivery !== '' && !isSeq(delivery)) return 'no_such_delivery';
  if (reason.length > MAX_RECOVERY_REASON) return 'too_long';
  return markRecovered(
    id,
    { deliverySeq: delivery === '' ? null : BigInt(delivery), reason: reason.toWellFormed() || null },
    viewer.email,
    address,
  );
}

/** Takes the mark away again. */
export async function undo(
  id: string,
  viewer: Viewer | null,
  address: string | null = null,
): Promise<RecoveryOutcome | 'not_allowed'> {
  if (!may(viewer, 'repair')) return 'not_allowed';
  return isId(id) ? undoRecovery(id, viewer.email, address) : 'not_found';
}

/** A SHA-256, as every line of the ledger is named. */
function isId(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
