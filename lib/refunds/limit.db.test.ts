import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { REFUND_STATUSES } from '@/lib/events/status';
import type { RefundRow } from './board';
import { readTable } from './board.store';
import { readLimits, setFloor } from './limit.store';
import { judgeRefund } from './limits';
import { ago, made, MADE_AT as NOW } from './made';
import type { LadderStep, Refund } from './refund';
import { NO_REFUND_FILTERS, type RefundFilters } from './refund-query';
import { saveRefunds } from './store';

beforeEach(() => prisma().$executeRaw`TRUNCATE refunds, refund_floors`);
afterAll(disconnect);

const save = (refunds: readonly Refund[]) =>
  prisma().$transaction((tx) =>
    saveRefunds(
      tx,
      refunds.map((refund) => ({ transactionId: refund.transactionId, environment: 'stage', refund })),
    ),
  );

const moment = fc
  .oneof(
    fc.integer({ min: -3_000, max: 900_000 }),
    fc.integer({ min: 0, max: 12_000_000 }),
    // exactly at a limit, or one millisecond past it
    fc
      .tuple(fc.constantFrom(180, 600, 1_800, 30, 120, 360), fc.integer({ min: 0, max: 1_001 }))
      .map(([s, ms]) => s * 1000 + ms),
  )
  .map((ms) => new Date(+NOW - ms).toISOString());
const step: fc.Arbitrary<LadderStep> = fc
  .record({
    step: fc.constantFrom('BITSO_TRANSFER', 'TOKEN_MINT', 'NEVER_SEEN'),
    status: fc.constantFrom(...REFUND_STATUSES),
    id: fc.option(fc.constant('0'.repeat(32))),
    firstSeenAt: moment,
  })
  .map((one) => ({ ...one, providerStatus: 'X', after: null, by: one.firstSeenAt }));
const refunds = fc.array(
  fc.record({
    kind: fc.constantFrom('redemption', 'issuance', 'usd_to_pix', 'burn'),
    status: fc.option(fc.constantFrom(...REFUND_STATUSES)),
    steps: fc.array(step, { maxLength: 3 }),
    isWaitingForId: fc.boolean(),
    triggeredAt: moment,
    endedAt: fc.option(moment),
  }),
  { minLength: 60, maxLength: 60 },
);

test('the database and the pure rules agree on every age, limit state and column', async () => {
  await setFloor(
    { provider: 'juno', kind: 'redemption', step: 'TOKEN_MINT', slowSeconds: 5, lateSeconds: 9 },
    'a@b.c',
    NOW,
  );
  const seen = new Set<string>();
  for (const [round, sample] of fc.sample(refunds, { numRuns: 20, seed: 20_260_302 }).entries()) {
    const rows = sample.map((one, i) =>
      made(round * 100 + i, {
        ...(one as Partial<Refund>),
        provider: one.kind === 'redemption' || one.kind === 'issuance' ? 'juno' : 'brla',
        currentStep: one.steps.find(({ status }) => status !== 'completed')?.step ?? null,
        movedAt: one.triggeredAt,
      }),
    );
    await save(rows);
    const limits = await readLimits(NOW);
    const read = new Map<string, RefundRow>();
    for (const row of await listed(NO_REFUND_FILTERS)) read.set(row.transactionId, row);
    for (const refund of rows) {
      const { ageSeconds, limitState, column, ...told } = judgeRefund(refund, limits, NOW);
      expect(read.get(refund.transactionId)).toMatchObject({ ageSeconds, limitState, column, ...told });
      seen.add(`${column} ${limitState}`);
    }
    await prisma().$executeRaw`TRUNCATE refunds`;
  }
  expect(seen.size).toBe(11); // every pair of column and limit state that there can be
});

test('limits come from the completed ones whose beginning was seen', async () => {
  const done = Array.from({ length: 21 }, (_, i) =>
    made(i, { status: 'completed', triggeredAt: ago(10_000), endedAt: ago(10_000 - (i + 1) * 100) }),
  );
  const toldAtOnce = made(90, { status: 'completed', triggeredAt: ago(10_000), endedAt: ago(10_000) });
  const old = made(91, { status: 'completed', triggeredAt: ago(9_000_000), endedAt: ago(1) });
  await save([...done, toldAtOnce, old]);
  const minuteLater = new Date(+NOW + 60_000);
  const limits = (await readLimits(minuteLater)).find(({ kind, step }) => kind === 'redemption' && step === '*');
  expect(limits).toMatchObject({
    count: 21,
    p50: 1_100,
    p75: 1_600,
    p95: 2_000,
    slow: 1_600,
    late: 2_000,
    stuck: 6_000,
  });
});

test('a floor that cannot be one is refused, and one that can holds at once', async () => {
  const floor = { provider: 'juno', kind: 'redemption', step: '*', slowSeconds: 10, lateSeconds: 5 } as const;
  expect(await setFloor(floor, 'ana@example.com', NOW)).toMatchObject({ outcome: 'refused' });
  expect(await setFloor({ ...floor, lateSeconds: 20 }, 'ana@example.com', NOW)).toEqual({ outcome: 'set' });
  await save([made(1, { triggeredAt: ago(21) })]);
  expect(await listed({ ...NO_REFUND_FILTERS, limit_state: ['late'] })).toMatchObject([{ limits: { late: 20 } }]);
  expect(await prisma().refundFloor.findMany()).toMatchObject([{ setBy: 'ana@example.com', setAt: NOW }]);
});

/** Every refund of a filter, all pages of them. */
async function listed(filters: RefundFilters): Promise<RefundRow[]> {
  const rows: RefundRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { filters, view: 'table', sort: '-amount', limit: 200, cursor: cursor ?? null } as const;
    const { page } = await readTable(query, NOW);
    if ('message' in page) throw new Error(page.message.key);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}
