import { expect, test } from 'vitest';
import type { TableLayout } from '@/lib/views/layout';
import type { ColumnShape } from './column';
import { fromLeft, looksLike, moved, pinned, resized, settled, shifted, shown } from './layout-state';

const columns: ColumnShape[] = [
  { id: 'occurred_at', label: 'Occurred', width: 100 },
  { id: 'kind', label: 'Kind', width: 100 },
  { id: 'amount', label: 'Amount', width: 100 },
  { id: 'network', label: 'Network', width: 100, isOptional: true },
];
const first = settled(null, columns, ['occurred_at']);

test('without a layout the table’s own order stands, optional columns hidden', () => {
  expect(fromLeft(first)).toEqual(['occurred_at', 'kind', 'amount', 'network']);
  expect(first.hidden).toEqual(['network']);
  expect(first.start).toEqual(['occurred_at']);
});

test('a kept layout loses columns that are gone and takes new ones at their place, as the table shows them', () => {
  const old: TableLayout = {
    order: ['amount', 'gone', 'occurred_at'],
    hidden: ['gone', 'amount'],
    widths: { gone: 90, amount: 80 },
    start: ['gone'],
    end: ['amount'],
    density: 'compact',
  };
  const now = settled(old, columns);
  expect(now.order).toEqual(['amount', 'network', 'occurred_at', 'kind']);
  expect(now.hidden).toEqual(['amount', 'network']);
  expect(now).toMatchObject({ widths: { amount: 80 }, start: [], end: ['amount'], density: 'compact' });
});

test('a column pinned to both ends is pinned to the left only', () => {
  const now = settled({ ...first, start: ['kind', 'kind'], end: ['kind'] }, columns);
  expect([now.start, now.end]).toEqual([['kind'], []]);
});

test('a column is dropped onto another: it takes that place, and its region', () => {
  expect(moved(first, 'kind', 'network').order).toEqual(['occurred_at', 'amount', 'network', 'kind']);
  expect(moved(first, 'network', 'kind').order).toEqual(['occurred_at', 'network', 'kind', 'amount']);
  expect(moved(first, 'amount', 'occurred_at').start).toEqual(['occurred_at', 'amount']);
  expect(moved(first, 'kind', 'kind')).toBe(first);
});

test('a step to the side stays in the region and ends at its edge', () => {
  expect(fromLeft(shifted(first, 'amount', -1))).toEqual(['occurred_at', 'amount', 'kind', 'network']);
  expect(shifted(first, 'kind', -1)).toBe(first);
  expect(shifted(first, 'occurred_at', 1)).toBe(first);
});

test('pinned to the right it stands last, and unpinned where it stood', () => {
  const right = pinned(first, 'kind', 'end');
  expect(fromLeft(right)).toEqual(['occurred_at', 'amount', 'network', 'kind']);
  expect(fromLeft(pinned(right, 'kind', 'middle'))).toEqual(fromLeft(first));
});

test('a width stays within its bounds and can be given back', () => {
  expect(resized(first, 'kind', 1).widths).toEqual({ kind: 56 });
  expect(resized(first, 'kind', 120.4).widths).toEqual({ kind: 120 });
  expect(resized(resized(first, 'kind', 9999), 'kind', null).widths).toEqual({});
});

test('two layouts look alike when they show the same, however they were come by', () => {
  const there = shown(moved(first, 'amount', 'kind'), 'network', true);
  const back = shown(moved(there, 'kind', 'amount'), 'network', false);
  expect(looksLike(there, first)).toBe(false);
  expect(looksLike(back, first)).toBe(true);
});
