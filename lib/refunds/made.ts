import type { Refund } from './refund';

/** For tests: a refund under way that began `i` times forty seconds before `MADE_AT`. */
export const MADE_AT = new Date('2026-03-02T12:00:00.500Z');

export const ago = (seconds: number) => new Date(+MADE_AT - seconds * 1000).toISOString();

export const madeId = (i: number) => `5b0cfa1e-0000-4000-8000-${String(i).padStart(12, '0')}`;

export const made = (i: number, more: Partial<Refund> = {}): Refund => ({
  transactionId: `juno:redemption:${madeId(i)}`,
  provider: 'juno',
  kind: 'redemption',
  originalStatus: 'failed',
  status: 'processing',
  providerStatus: 'IN_PROGRESS',
  amount: { amount: `${i}.10`, currency: i % 2 === 0 ? 'MXN' : 'BRL' },
  isPartial: false,
  externalRef: `ref-${i}`,
  steps: [],
  currentStep: null,
  stepsDone: 0,
  isWaitingForId: false,
  whereabouts: 'redemption_begun',
  refundOf: null,
  triggeredAt: ago(i * 40),
  movedAt: ago(i * 40),
  endedAt: null,
  ...more,
});
