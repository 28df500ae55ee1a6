import { createHash } from 'node:crypto';
import type { PaymentEvent } from '@/lib/events/event';
import type { Provider } from '@/lib/providers/catalogue';
import type { Reading } from '@/lib/providers/contract';
import { listedBody } from '@/lib/providers/listed';
import { LISTS, type ListedRow } from '@/lib/providers/listing';
import { readDelivery } from '@/lib/providers/read';
import { clockKey } from '@/lib/transactions/order';

/** A row of a list, read as the delivery it would become. */
export type ReadRow = {
  readonly provider: Provider;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly reading: Reading;
  /** Names the row where its content names nothing of ours: `<provider>:` and the SHA-256 of its bytes. */
  readonly rowId: string;
};

export function readRow(row: ListedRow): ReadRow {
  const { provider } = LISTS[row.list];
  const body = listedBody(row);
  const digest = createHash('sha256').update(row.row).digest('hex');
  return { provider, body, reading: readDelivery(provider, body, 'listed'), rowId: `${provider}:${digest}` };
}

/** Groups of so many rows; when the list breaks off, first what was read of it and then the failure. */
export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  try {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  } catch (failure) {
    if (batch.length > 0) yield batch;
    throw failure;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Whether a list that comes newest first has nothing more for us: every row of the batch has a time, they do come newest
 * first, and all are older than what a whole comparison has seen before.
 */
export function isPast(batch: readonly ReadRow[], since: Date): boolean {
  const events = batch.map(({ reading }) => reading.events[0]);
  if (!events.every((event) => event !== undefined)) return false;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last || clockKey(createdAt(first)) < clockKey(createdAt(last))) return false;
  const start = clockKey(since.toISOString());
  return events.every((event) => clockKey(event.occurredAt) < start);
}

function createdAt({ facts, occurredAt }: PaymentEvent): string {
  return facts.createdAt ?? occurredAt;
}
