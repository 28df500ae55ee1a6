import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import type { ExceptionRow, LegRow, LineRow } from '@/lib/reconciliation/view';
import { differenceRows } from './difference-rows';
import { exceptionMessage } from './exception-message';

const ENGLISH = readerOf('en', 'UTC');

const EXCEPTION: ExceptionRow = {
  id: '7',
  reason: 'id_equal_amount_differs',
  severity: 'low',
  lineSeq: '1',
  legId: 'juno:redemption:a#out',
  transactionId: 'juno:redemption:a',
  accountName: 'BBVA',
  rail: 'spei',
  expected: '-99.00 MXN',
  actual: '-98.50 MXN',
  amount: '0.50',
  currency: 'MXN',
  day: '2026-02-02',
  state: 'open',
  owner: null,
  resolution: null,
  remark: null,
  resolvedBy: null,
  resolvedAt: null,
  waitUntil: null,
  openedAt: new Date('2026-02-03T00:00:00Z'),
  ageDays: 1,
  lastNote: null,
};
const LEG: LegRow = {
  id: 'juno:redemption:a#out',
  transactionId: 'juno:redemption:a',
  provider: 'juno',
  kind: 'redemption',
  environment: 'stage',
  rail: 'spei',
  direction: 'out',
  money: { amount: '99.00', currency: 'MXN' },
  parts: [{ label: 'amount', amount: '99.00' }],
  expectation: 'expected',
  occurredAt: '2026-02-02T15:19:22Z',
  localDay: '2026-02-02',
  counterparty: { name: null },
  network: null,
  externalRef: 'ORDER-1',
  ids: [{ kind: 'clave_rastreo', value: 'CLAVE71', key: 'CLAVE71' }],
  state: 'exception',
  matchId: null,
  reasons: ['id_equal_amount_differs'],
};
const LINE: LineRow = {
  seq: '1',
  statementId: '1',
  accountId: 'a',
  accountName: 'BBVA',
  accountRail: 'spei',
  book: 'bank',
  place: 'line 2',
  bookedOn: '2026-02-02',
  bookedAt: null,
  valueOn: null,
  direction: 'out',
  amount: '-98.50',
  currency: 'MXN',
  text: 'PAGO SPEI',
  name: null,
  account: null,
  taxId: null,
  bankReference: null,
  kind: 'payment',
  ids: [],
  matchId: null,
  reasons: [],
};

test('the message names both sides with every id', () => {
  const text = exceptionMessage({ exception: EXCEPTION, line: LINE, leg: LEG }, ENGLISH);
  expect(text).toContain('To Juno by Bitso');
  expect(text).toContain('same id, other amount (bank -98.50 MXN ≠ expected -99.00 MXN)');
  expect(text).toContain('Clave de rastreo: CLAVE71');
  expect(text).toContain('Our reference: ORDER-1');
  expect(text).toContain('Text: PAGO SPEI');
});

test('the message is in the language of whoever sends it', () => {
  const text = exceptionMessage({ exception: EXCEPTION, line: LINE, leg: LEG }, readerOf('es', 'America/Mexico_City'));
  expect(text).toContain('Para Juno by Bitso');
  expect(text).toContain('mismo id, otro importe (banco -98.50 MXN ≠ esperado -99.00 MXN)');
  expect(text).toContain('Nuestra referencia: ORDER-1');
});

test('a line without a payment asks whether anybody knows it', () => {
  const exception = { ...EXCEPTION, reason: 'missing_at_provider', expected: null } as const;
  const text = exceptionMessage({ exception, line: LINE, leg: null }, ENGLISH);
  expect(text).toContain('About a payment over SPEI');
  expect(text).toContain('Do you know this payment?');
});

test('what differs is told field by field, and the remainder is exact', () => {
  const [amount, currency] = differenceRows({ exception: EXCEPTION, line: LINE, leg: LEG }, ENGLISH);
  expect(amount).toMatchObject({ expected: '-99.00', actual: '-98.50', remainder: '0.50', isSame: false });
  expect(currency).toMatchObject({ expected: 'MXN', actual: 'MXN', isSame: true });
});

test('of one side alone the two values are told, and all of it is at stake', () => {
  const exception = { ...EXCEPTION, reason: 'missing_at_bank', actual: null, amount: '99.00' } as const;
  expect(differenceRows({ exception, line: null, leg: LEG }, ENGLISH)).toMatchObject([
    { expected: '-99.00 MXN', actual: null, remainder: '99.00 MXN' },
  ]);
});
