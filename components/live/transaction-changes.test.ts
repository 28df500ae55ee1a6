import { expect, test } from 'vitest';
import type { TransactionRow } from '@/components/transactions/transaction-row';
import { type ListQuery, readListQuery } from '@/lib/transactions/filters';
import { isOfFirstPage } from './transaction-changes';

type Sorted = Pick<TransactionRow, 'id' | 'occurredAt' | 'updatedAt' | 'amount'>;

const row = (id: string, occurredAt: string, amount: string | null = '1') => {
  const sorted: Sorted = {
    id,
    occurredAt,
    updatedAt: occurredAt,
    amount: amount === null ? null : { amount, currency: 'MXN' },
  };
  return sorted as TransactionRow;
};
const queryOf = (search: string): ListQuery => readListQuery(new URLSearchParams(search)).query;
const NOON = '2026-03-02T12:00:00Z';
const ONE = '2026-03-02T13:00:00+00:00';
const TWO = '2026-03-02T11:00:00.123456-03:00';
const page = [row('a', TWO, '12.50'), row('b', ONE, '12.5')];

test('a full page takes in what sorts before its last row, by the instant and not by its text', () => {
  const full = queryOf('limit=2');
  expect(isOfFirstPage(full, page, row('c', TWO))).toBe(true);
  expect(isOfFirstPage(full, page, row('c', NOON))).toBe(false);
  expect(isOfFirstPage(queryOf('limit=2&sort=occurred_at'), page.toReversed(), row('c', NOON))).toBe(true);
});

test('amounts compare as amounts, an unknown one below all', () => {
  const full = queryOf('limit=2&sort=-amount');
  expect(isOfFirstPage(full, page, row('c', NOON, '100'))).toBe(true);
  expect(isOfFirstPage(full, page, row('c', NOON, '9'))).toBe(false);
  expect(isOfFirstPage(full, page, row('c', NOON, null))).toBe(false);
  expect(isOfFirstPage(queryOf('limit=2&sort=amount'), page, row('c', NOON, null))).toBe(true);
});

test('a page that is not full takes in everything, a later one cannot tell', () => {
  expect(isOfFirstPage(queryOf('limit=3'), page, row('c', NOON))).toBe(true);
  expect(isOfFirstPage(queryOf(''), [], row('c', NOON))).toBe(true);
  expect(isOfFirstPage({ ...queryOf('limit=2'), cursor: 'x' }, page, row('c', TWO))).toBe(false);
});
