import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { dropFloor, readFloors, readLimits, setFloor } from './limit.store';
import { limitsOf } from './limits';
import { ago, made, MADE_AT as NOW } from './made';
import { NO_REFUND_FILTERS } from './refund-query';
import { readReturned } from './returned.store';
import { saveRefunds } from './store';

beforeEach(() => prisma().$executeRaw`TRUNCATE refunds, refund_floors`);
afterAll(disconnect);

test('what came back is counted with the median of the time it took, and nothing has none', async () => {
  const took = (n: number, seconds: number) =>
    made(n, { status: 'completed', triggeredAt: ago(1_000), endedAt: ago(1_000 - seconds) });
  const refunds = [took(1, 10), took(2, 40), took(3, 600), made(4, { status: 'processing', triggeredAt: ago(9) })];
  await prisma().$transaction((tx) =>
    saveRefunds(
      tx,
      refunds.map((refund) => ({ transactionId: refund.transactionId, environment: 'stage', refund })),
    ),
  );
  const returned = { ...NO_REFUND_FILTERS, column: ['returned'] as const };
  expect(await readReturned(returned, NOW)).toEqual({ count: 3, medianSeconds: 40 });
  expect(await readReturned({ ...returned, provider: ['ripio'] }, NOW)).toEqual({ count: 0, medianSeconds: null });
});

test('a floor that is taken away gives way to the desk’s own, and nobody is named any more', async () => {
  const subject = { provider: 'juno', kind: 'issuance', step: '*' } as const;
  const own = limitsOf(await readLimits(NOW), subject);
  await setFloor({ ...subject, slowSeconds: 5_000, lateSeconds: 9_000 }, 'ana@example.com', NOW);
  expect(await readFloors()).toMatchObject([{ ...subject, setBy: 'ana@example.com', setAt: NOW }]);
  expect(limitsOf(await readLimits(NOW), subject)).toMatchObject({ slow: 5_000, late: 9_000, stuck: 27_000 });
  await dropFloor(subject, 'ana@example.com');
  expect(await readFloors()).toEqual([]);
  expect(limitsOf(await readLimits(NOW), subject)).toEqual(own);
});
