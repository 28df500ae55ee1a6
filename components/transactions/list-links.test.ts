import { expect, test } from 'vitest';
import { readListQuery } from '@/lib/transactions/filters';
import { datePresets } from './date-presets';
import { canonicalSearch, filteredHref, filterFor, listHref, sortedHref } from './list-links';
import type { TransactionRow } from './transaction-row';

const asked = (text: string) => readListQuery(new URLSearchParams(text)).query;

test('a link without conditions is the bare list', () => {
  expect(listHref(asked(''))).toBe('/transactions');
});

test('changing a filter or the order begins at the first page and keeps the rest', () => {
  const query = asked('provider=juno&provider=brla&sort=-amount&limit=20&cursor=abc');
  expect(filteredHref(query, { provider: ['brla'] })).toBe('/transactions?provider=brla&sort=-amount&limit=20');
  expect(sortedHref(query, 'amount')).toBe('/transactions?provider=juno&provider=brla&sort=amount&limit=20');
});

test('taking the last date away takes its zone away', () => {
  const query = asked('occurred_from=2026-03-01&tz=America/Mexico_City');
  expect(filteredHref(query, { occurred_from: null })).toBe('/transactions');
});

test('a filled form becomes the shortest address that says the same', () => {
  const form = new URLSearchParams('provider=juno&currency=&amount_min=&sort=-occurred_at&tz=America/Mexico_City');
  expect(canonicalSearch(form)).toBe('provider=juno');
});

test('a form with something unreadable keeps its words, so that the page can say so', () => {
  expect(canonicalSearch(new URLSearchParams('amount_min=abc&amount_max=&cursor=x'))).toBe('amount_min=abc');
});

test("date presets are whole days on the zone's own calendar", () => {
  const presets = datePresets(new Date('2026-03-01T02:00:00Z'), 'America/Mexico_City');
  expect(presets).toEqual([
    { name: 'today', occurred_from: '2026-02-28', occurred_to: '2026-02-28' },
    { name: 'yesterday', occurred_from: '2026-02-27', occurred_to: '2026-02-27' },
    { name: 'lastDays', occurred_from: '2026-02-22', occurred_to: '2026-02-28' },
    { name: 'thisMonth', occurred_from: '2026-02-01', occurred_to: '2026-02-28' },
    { name: 'lastMonth', occurred_from: '2026-01-01', occurred_to: '2026-01-31' },
  ]);
});

const row = {
  provider: 'juno',
  status: 'failed',
  amount: { amount: '10', currency: 'MXN' },
  amountOut: null,
  externalRef: null,
  bankReference: { kind: 'e2e', value: 'E1' },
  reconciliation: { state: 'late', reasons: ['late'] },
} as unknown as TransactionRow;

test.each([
  ['status', 'status=failed', 'status=%21failed'],
  ['amount', 'currency=MXN', 'currency=%21MXN'],
  ['external_ref', 'ref=empty', 'ref=%21empty'],
  ['bank_reference', 'e2e=E1', 'e2e=%21E1'],
  ['reconciliation', 'reconciliation=late', 'reconciliation=%21late'],
])('the value of a cell of %s filters by itself, or by its opposite', (column, include, exclude) => {
  expect(filterFor(asked(''), column, row)).toEqual({
    include: `/transactions?${include}`,
    exclude: `/transactions?${exclude}`,
  });
});

test('a value that is clicked replaces what was wanted before, and keeps what was not', () => {
  const query = asked('status=completed&status=!blocked&status=!failed&cursor=x');
  expect(filterFor(query, 'status', row)?.include).toBe('/transactions?status=failed&status=%21blocked');
  expect(filterFor(query, 'status', row)?.exclude).toBe(
    '/transactions?status=completed&status=%21blocked&status=%21failed',
  );
});

test('a cell whose value is no filter has none', () => {
  expect(filterFor(asked(''), 'occurred_at', row)).toBeNull();
  expect(filterFor(asked(''), 'amount_out', row)).toBeNull();
});

test('the operators of a typed text become parameters of their own', () => {
  expect(canonicalSearch(new URLSearchParams({ q: 'foo status:failed', sort: '-occurred_at', tz: 'UTC' }))).toBe(
    'status=failed&q=foo',
  );
});
