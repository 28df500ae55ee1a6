import 'server-only';
import { prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { sampleDeliveries } from '@/prisma/sample/index';

/**
 * Replays the sample set through the same door as real deliveries, marked as sample. Returns how many, or 0 when the
 * store already has deliveries. `now` is the moment the sample's last weeks end at.
 */
export async function loadSampleData(now: Date): Promise<number> {
  if ((await prisma().delivery.count({ take: 1 })) > 0) return 0;
  const deliveries = sampleDeliveries(now);
  const text = new TextEncoder();
  await Promise.all(
    deliveries.map(({ provider, receivedAt, body }) =>
      admit({ provider, receivedAt, origin: 'sample', body: text.encode(body) }),
    ),
  );
  await projectAll();
  return deliveries.length;
}
