import { expect, test } from 'vitest';
import { needsSecond, readLimitEntry } from './limit';
import { isSamePerson, objectOf, proposedDeedSchema } from './proposal';

const LIMITS = new Map([
  ['MXN', '1000'],
  ['BRL', '0'],
]);

test.each([
  ['1000', 'MXN', false],
  ['1000.00', 'MXN', false],
  ['1000.000000000000000001', 'MXN', true],
  ['-1000', 'MXN', false],
  ['-1000.01', 'MXN', true],
  ['0.01', 'BRL', true],
  ['0.00', 'BRL', false],
  ['0', 'ARS', false],
  ['0.01', 'ARS', true],
  ['0.01', null, true],
  ['99999999999999999999', 'MXN', true],
] as const)('%s %s needs a second person: %s', (amount, currency, needs) => {
  expect(needsSecond(amount, currency, LIMITS)).toBe(needs);
});

test.each([
  ['ars', '1,50', { problem: 'amount' }],
  ['mxn', '1,000.50', { entry: { currency: 'MXN', amount: '1000.50' } }],
  [' USDC ', '0', { entry: { currency: 'USDC', amount: '0' } }],
  ['BRL', null, { entry: { currency: 'BRL', amount: null } }],
  ['', '1', { problem: 'currency' }],
  ['M X', '1', { problem: 'currency' }],
  ['MXN', '-1', { problem: 'amount' }],
  ['MXN', '1e5', { problem: 'amount' }],
  ['MXN', '', { problem: 'amount' }],
  ['MXN', '1'.repeat(21), { problem: 'amount' }],
])('the limit of %s is %s', (currency, amount, read) => {
  expect(readLimitEntry({ currency, amount }, 'en')).toEqual(read);
});

test('a limit may be typed as amounts are written to whoever types it', () => {
  const typed = (amount: string) => readLimitEntry({ currency: 'ARS', amount }, 'es-AR');
  expect(typed('1.000,50')).toEqual({ entry: { currency: 'ARS', amount: '1000.50' } });
  expect(typed('1,5')).toEqual({ entry: { currency: 'ARS', amount: '1.5' } });
  expect(typed('1,000.50')).toEqual({ problem: 'amount' });
});

test('one person is one person however the address is written', () => {
  expect(isSamePerson('Ana@Example.com ', 'ana@example.com')).toBe(true);
  expect(isSamePerson('ana@example.com', 'ana2@example.com')).toBe(false);
});

test('a proposal is about its exception, or else about its first line', () => {
  expect(objectOf({ exception: '7', lines: ['1'] })).toEqual({ objectKind: 'exception', objectId: '7' });
  expect(objectOf({ exception: null, lines: ['1', '2'] })).toEqual({ objectKind: 'line', objectId: '1' });
});

test('a kept deed is read whole or not at all', () => {
  const deed = { what: 'match', lines: ['1'], legs: ['a'], exception: null, held: [], reason: 'bank_fee', remark: 'x' };
  expect(proposedDeedSchema.parse(deed)).toEqual(deed);
  expect(proposedDeedSchema.safeParse({ ...deed, reason: 'ignored' }).success).toBe(false);
  expect(proposedDeedSchema.safeParse({ ...deed, what: 'resolve', reason: 'ignored' }).success).toBe(true);
  expect(proposedDeedSchema.safeParse({ ...deed, lines: [1] }).success).toBe(false);
});
