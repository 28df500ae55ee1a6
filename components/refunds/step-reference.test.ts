import { expect, test } from 'vitest';
import type { LadderStep } from '@/lib/refunds/refund';
import { stepReference } from './step-reference';

const step = (change: Partial<LadderStep>): LadderStep => ({
  step: 'TOKEN_MINT',
  status: 'completed',
  providerStatus: 'COMPLETE',
  id: null,
  firstSeenAt: '2026-05-15T13:28:00Z',
  after: null,
  by: '2026-05-15T13:28:00Z',
  ...change,
});

test('the reference is the id of the last step; without one it may still come', () => {
  const steps = [step({ id: 'a' }), step({ step: 'TOKEN_TRANSFER' })];
  expect(stepReference({ status: 'processing', steps })).toEqual({
    state: 'pending',
    step: 'TOKEN_TRANSFER',
    id: null,
  });
  expect(stepReference({ status: 'processing', steps: steps.slice(0, 1) })).toMatchObject({
    state: 'available',
    id: 'a',
  });
});

test('where the step or the whole refund failed no id will come, and without steps there is none to wait for', () => {
  expect(stepReference({ status: 'processing', steps: [step({ status: 'failed' })] })?.state).toBe('will_not_come');
  expect(stepReference({ status: 'failed', steps: [step({})] })?.state).toBe('will_not_come');
  expect(stepReference({ status: 'completed', steps: [] })).toBeNull();
});
