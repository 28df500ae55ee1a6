import 'server-only';
import type { Tx } from '@/lib/db';
import { opened } from './body.store';
import type { Outcome } from './delivery';
import type { PaymentEvent } from './event';
import { AND_WHAT_REMAINS, type ReadingRow, type StoredUnread, UNREAD, type Unread } from './inbox.store';

/** A delivery that was read before, with what was made of it then. */
export type ReadDelivery = Unread & { readonly outcome: Outcome };

/** Those of the deliveries that were read, in order; what still waits in the inbox is not "again". */
export async function readAgain(tx: Tx, seqs: readonly bigint[]): Promise<ReadDelivery[]> {
  const rows = await tx.$queryRaw<(StoredUnread & Pick<ReadDelivery, 'outcome'>)[]>`
    SELECT ${UNREAD}, r.outcome FROM deliveries d JOIN readings r ON r.delivery_seq = d.seq ${AND_WHAT_REMAINS}
    WHERE d.seq = ANY(${seqs.map(String)}::bigint[]) ORDER BY d.seq`;
  return rows.map(opened);
}

/** What was made of the deliveries, by number. */
export async function readingsOf(tx: Tx, seqs: readonly bigint[]): Promise<Map<bigint, ReadingRow>> {
  const rows = await tx.reading.findMany({ where: { deliverySeq: { in: [...seqs] } } });
  return new Map(rows.map((row) => [row.deliverySeq, { ...row, outcome: row.outcome as Outcome }]));
}

/** Takes away what was made of the deliveries, so that it can be made again in the same transaction. */
export async function forgetReadings(tx: Tx, seqs: readonly bigint[]): Promise<void> {
  await tx.reading.deleteMany({ where: { deliverySeq: { in: [...seqs] } } });
}

/** The events with these ids as they are stored. */
export async function storedEvents(tx: Tx, ids: readonly string[]): Promise<Map<string, PaymentEvent>> {
  const rows = await tx.event.findMany({ where: { id: { in: [...ids] } }, select: { id: true, data: true } });
  return new Map(rows.map((row) => [row.id, row.data as unknown as PaymentEvent]));
}
