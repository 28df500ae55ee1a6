import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import type { RefundRow } from '@/lib/refunds/board';
import { judgeRefund, limitsFrom } from '@/lib/refunds/limits';
import type { Refund } from '@/lib/refunds/refund';
import { REFUND_FILE } from './refund-columns';
import { rowCells } from './row-column';

const READER = readerOf('en', 'UTC');

const step = {
  status: 'completed',
  providerStatus: 'COMPLETE',
  firstSeenAt: '2026-05-15T13:28:00Z',
  after: null,
} as const;
const REFUND: Refund = {
  transactionId: 'juno:redemption:95a4df41',
  provider: 'juno',
  kind: 'redemption',
  originalStatus: 'failed',
  status: 'processing',
  providerStatus: 'IN_PROGRESS',
  amount: { amount: '1298.3766240000', currency: 'MXN' },
  isPartial: false,
  externalRef: '=HYPERLINK("http://example.test")',
  steps: [
    { ...step, step: 'BITSO_TRANSFER', id: 'b845', by: '2026-05-15T13:28:10Z' },
    { ...step, step: 'TOKEN_MINT', id: null, by: '2026-05-15T13:28:20Z' },
  ],
  currentStep: null,
  stepsDone: 2,
  isWaitingForId: true,
  whereabouts: 'redemption_minted',
  refundOf: null,
  triggeredAt: '2026-05-15T13:28:00.000000Z',
  movedAt: '2026-05-15T13:28:20.000000Z',
  endedAt: null,
};

function row(change: Partial<Refund> = {}): RefundRow {
  const refund = { ...REFUND, ...change };
  const judged = judgeRefund(refund, limitsFrom([], []), new Date('2026-05-15T13:32:00Z'));
  return { ...refund, ...judged, environment: 'stage', oneSided: null, assignee: null };
}

function told(refund: RefundRow) {
  const names = REFUND_FILE.map(({ name }) => name);
  const [cells = []] = rowCells(REFUND_FILE, names, [refund], READER);
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
}

test('amounts keep their digits, ids and steps are whole, and the limits stand beside the age', () => {
  expect(told(row())).toMatchObject({
    transaction_id: 'juno:redemption:95a4df41',
    amount: '1298.3766240000',
    currency: 'MXN',
    steps: 'BITSO_TRANSFER=COMPLETE:b845 TOKEN_MINT=COMPLETE:',
    last_step_id: null,
    age_seconds: '240',
    limit_state: 'slow',
    p50_seconds: null,
    late_after_seconds: '600',
    where_is_the_money: '1,298.3766240000 MXN is minted in tokens again, and not at the user’s address yet.',
    assignee: null,
  });
});

test('what is not told is nothing, not zero', () => {
  expect(told(row({ amount: null }))).toMatchObject({ amount: null, currency: null });
});
