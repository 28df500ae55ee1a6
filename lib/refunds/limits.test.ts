import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { floorProblem, type History, judgeRefund, limitState, limitsFrom, limitsOf, WHOLE } from './limits';
import { made } from './made';
import type { Refund } from './refund';

const ISSUANCE = { provider: 'juno', kind: 'issuance', step: WHOLE } as const;
const SECOND = 1000;
const BEGUN = '2026-03-02T12:00:00Z';

const past = (more: Partial<History> = {}): History => ({
  ...ISSUANCE,
  p50: 38,
  p75: 300,
  p95: 900,
  count: 12,
  ...more,
});
const refund = (more: Partial<Refund> = {}) =>
  made(0, { kind: 'issuance', triggeredAt: BEGUN, movedAt: BEGUN, ...more });
const after = (seconds: number) => new Date(Date.parse(BEGUN) + seconds * SECOND);

test('without history the desk’s own floors hold, and for what nobody knows a last one', () => {
  expect(limitsOf(limitsFrom([], []), ISSUANCE)).toMatchObject({
    slow: 180,
    late: 600,
    stuck: 1_800,
    p50: null,
    count: 0,
  });
  const step = limitsOf(limitsFrom([], []), { ...ISSUANCE, step: 'SPEI_WITHDRAWAL' });
  expect(step).toMatchObject({ slow: 60, late: 240, floor: { isOwn: false } });
  expect(limitsOf([], { ...ISSUANCE, step: 'NEVER_SEEN' })).toMatchObject({ slow: 600, late: 3_600, stuck: 10_800 });
});

test('history raises the limits above the floor and never lowers them below it', () => {
  expect(limitsOf(limitsFrom([past()], []), ISSUANCE)).toMatchObject({ slow: 300, late: 900, stuck: 2_700, p50: 38 });
  const quick = limitsFrom([past({ p75: 2, p95: 3 })], []);
  expect(limitsOf(quick, ISSUANCE)).toMatchObject({ slow: 180, late: 600, p95: 3 });
});

test('a floor set by hand stands in for the desk’s own', () => {
  const floor = { ...ISSUANCE, slowSeconds: 10, lateSeconds: 20 };
  expect(limitsOf(limitsFrom([], [floor]), ISSUANCE)).toMatchObject({ slow: 10, late: 20, floor: { isOwn: true } });
});

test('a floor is in whole seconds, in order, and within 90 days', () => {
  const problem = (slowSeconds: number, lateSeconds: number) => {
    const found = floorProblem({ slowSeconds, lateSeconds });
    return found && inEnglish(found);
  };
  expect(problem(1, 1)).toBeNull();
  expect(problem(60, 90 * 24 * 3_600)).toBeNull();
  for (const [slow, late] of [
    [0, 10],
    [-1, 10],
    [10, 9],
    [1.5, 10],
    [1, 90 * 24 * 3_600 + 1],
    [Number.NaN, 10],
  ] as const)
    expect(problem(slow, late)).toMatch(/\.$/);
});

test('an age is on time up to the limit itself and one second later is not', () => {
  const limits = limitsOf([], ISSUANCE);
  const states = [limits.slow, limits.slow + 1, limits.late + 1, limits.stuck + 1].map((age) =>
    limitState(age, limits, 'processing'),
  );
  expect(states).toEqual(['on_time', 'slow', 'late', 'stuck']);
  expect(limitState(0, limits, 'failed')).toBe('stuck');
  expect(limitState(limits.stuck + 1, limits, 'completed')).toBe('late');
});

test('each refund is in the last column that fits', () => {
  const column = (more: Partial<Refund>, seconds = 1) =>
    judgeRefund(refund(more), limitsFrom([], []), after(seconds)).column;
  const transfer = {
    step: 'BITSO_TRANSFER',
    status: 'processing',
    providerStatus: 'IN_PROGRESS',
    id: null,
    firstSeenAt: BEGUN,
    after: null,
    by: BEGUN,
  } as const;
  expect(column({ status: 'pending' })).toBe('triggered');
  expect(column({})).toBe('moving');
  expect(column({ status: 'pending', steps: [transfer], currentStep: 'BITSO_TRANSFER' })).toBe('moving');
  expect(column({ steps: [transfer], currentStep: 'BITSO_TRANSFER', isWaitingForId: true })).toBe('waiting_for_id');
  expect(column({ isWaitingForId: true }, 601)).toBe('late');
  expect(column({ isWaitingForId: true }, 1_801)).toBe('stuck');
  expect(column({ status: 'failed' })).toBe('stuck');
  expect(column({ status: 'completed', endedAt: BEGUN, isWaitingForId: true }, 99_999)).toBe('returned');
  // the step alone is late: 120 seconds, while the whole has 600
  expect(column({ steps: [transfer], currentStep: 'BITSO_TRANSFER' }, 121)).toBe('late');
});

test('a completed refund stays as old as it was when it was completed, and no age is below zero', () => {
  const done = refund({ status: 'completed', endedAt: '2026-03-02T12:00:38.9Z' });
  expect(judgeRefund(done, [], after(99_999)).ageSeconds).toBe(38);
  expect(judgeRefund(refund(), [], after(-5)).ageSeconds).toBe(0);
});
