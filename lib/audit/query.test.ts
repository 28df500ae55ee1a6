import { expect, test } from 'vitest';
import { changesOf, toldBy } from './diff';
import { hrefOfObject } from './object';
import { auditHref, NO_FILTERS, readAuditQuery } from './query';

const ALL = {
  who: 'ana@example.com',
  action: 'match_made',
  kind: 'match',
  object: '7 & 8',
  address: '10.0.0.1',
  from: '2026-03-01',
  to: '2026-03-31',
} as const;

test.each([
  [ALL, null],
  [NO_FILTERS, { seq: '12', direction: 'older' }],
  [
    { ...NO_FILTERS, who: 'key:close of month' },
    { seq: '3', direction: 'newer' },
  ],
] as const)('an address reads back as what it was written from (%#)', (filters, place) => {
  const search = new URLSearchParams(auditHref(filters, place).split('?')[1] ?? '');
  expect(readAuditQuery(search)).toEqual({ filters, place, ignored: [] });
});

test('what means nothing is named and left out', () => {
  const search = new URLSearchParams('who=&action=burgled&from=2026-02-31&older=0&newer=x&colour=red&who=%00');
  expect(readAuditQuery(search)).toEqual({
    filters: NO_FILTERS,
    place: null,
    ignored: ['colour', 'older', 'newer', 'action', 'from'],
  });
});

test('a change is told member by member, and what stayed is not', () => {
  const detail = {
    before: { isOn: true, rails: ['spei', 'pix'] },
    after: { isOn: true, rails: ['spei'] },
    note: 'why',
  };
  expect(changesOf(detail)).toEqual([{ name: 'rails', before: 'spei, pix', after: 'spei' }]);
  expect(toldBy(detail)).toEqual([{ name: 'note', value: 'why' }]);
  expect(changesOf({ before: null, after: { amount: '100' } })).toEqual([
    { name: 'amount', before: null, after: '100' },
  ]);
  expect(changesOf({ before: 'viewer', after: 'admin' })).toEqual([{ name: '', before: 'viewer', after: 'admin' }]);
  expect(changesOf({ reason: 'x' })).toEqual([]);
});

test('what an entry tells is in the order of the names, and what is empty is left out', () => {
  expect(toldBy({ z: 1, a: { deep: ['x'] }, empty: '', none: null, lines: ['1', '2'] })).toEqual([
    { name: 'a', value: '{"deep":["x"]}' },
    { name: 'lines', value: '1, 2' },
    { name: 'z', value: '1' },
  ]);
});

test('an object leads to its page, and nothing leads out of the desk', () => {
  expect(hrefOfObject('transaction', 'juno:issuance:a/b')).toBe('/transactions/juno%3Aissuance%3Aa%2Fb');
  expect(hrefOfObject('proposal', '1&x=2')).toBe('/settings/approvals?proposal=1%26x%3D2');
  expect(hrefOfObject('match', '7')).toBeNull();
  expect(hrefOfObject('constructor', '7')).toBeNull();
});
