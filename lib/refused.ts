import 'server-only';
import { may } from '@/lib/access/rights';
import type { Viewer } from '@/lib/access/session';
import { isSeq } from '@/lib/events/received';
import type { AdmissionPreview, RefusalDetail } from '@/lib/events/refusal';
import { type Admission, admitRefusal } from '@/lib/events/refusal.store';
import { deliveriesOfEvents, existingTransactions } from '@/lib/events/refusal-list.store';
import { sourceOfPath } from '@/lib/events/webhook-path';
import { isProvider } from '@/lib/providers/catalogue';
import { readDelivery } from '@/lib/providers/read';
import { sourceOf } from '@/lib/sources';

/** What admitting it would bring. */
export async function previewAdmission(refusal: Pick<RefusalDetail, 'path' | 'body'>): Promise<AdmissionPreview> {
  const provider = sourceOfPath(refusal.path);
  if (provider === null || !isProvider(provider)) return { outcome: 'unknown_source' };
  const reading = readDelivery(provider, refusal.body);
  if (reading.outcome === 'unrecognised') return { outcome: 'unrecognised', provider, reason: reading.reason };
  const [{ id, type, transactionId }] = reading.events;
  const [brought, known] = await Promise.all([deliveriesOfEvents([id]), existingTransactions([transactionId])]);
  return {
    outcome: 'event',
    provider,
    eventType: type,
    transactionId,
    isTransactionKnown: known.has(transactionId),
    broughtBy: brought.get(id) ?? null,
  };
}

/** Lets a refused message in on a person's word. */
export async function admit(
  seq: string,
  viewer: Viewer | null,
  address: string | null = null,
): Promise<Admission | { message: 'not_allowed' }> {
  if (!may(viewer, 'repair')) return { message: 'not_allowed' };
  if (!isSeq(seq)) return { message: 'not_found' };
  return admitRefusal(BigInt(seq), viewer.email, (provider) => sourceOf(provider).environment, address);
}
