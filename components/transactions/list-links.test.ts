import { expect, test } from 'vitest';
import { readListQuery } from '@/lib/transactions/filters';
import { datePresets } from './date-presets';
import { canonicalSearch, filteredHref, listHref, sortedHref } from './list-links';

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
    { label: 'Today', occurred_from: '2026-02-28', occurred_to: '2026-02-28' },
    { label: 'Yesterday', occurred_from: '2026-02-27', occurred_to: '2026-02-27' },
    { label: 'Last 7 days', occurred_from: '2026-02-22', occurred_to: '2026-02-28' },
    { label: 'This month', occurred_from: '2026-02-01', occurred_to: '2026-02-28' },
    { label: 'Last month', occurred_from: '2026-01-01', occurred_to: '2026-01-31' },
  ]);
});
