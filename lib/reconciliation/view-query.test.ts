import { expect, test } from 'vitest';
import { EXCEPTION_LIST, LEG_LIST, LINE_LIST, noFilters, readViewQuery, writeViewQuery } from './view-query';

test.each([
  ['legs', LEG_LIST, 'rail=spei&rail=pix&state=late&currency=MXN&from=2026-01-01&q=abc&sort=amount&limit=20'],
  ['lines', LINE_LIST, 'account=a-1&direction=out&match=free&with_id=true&sort=-amount'],
  ['exceptions', EXCEPTION_LIST, 'reason=late&severity=high&owner=nobody&amount_min=10.50'],
] as const)('the address of %s reads back as the same query', (_, shape, address) => {
  const { query, problems } = readViewQuery(shape, new URLSearchParams(address));
  expect(problems).toEqual([]);
  const written = writeViewQuery(shape, query);
  expect([...written].sort()).toEqual([...new URLSearchParams(address)].sort());
});

test('what cannot be read is named and left out', () => {
  const search = new URLSearchParams('rail=sea&from=31.03.2026&limit=9999&sort=name&colour=red&q=ok');
  const { query, problems } = readViewQuery(LEG_LIST, search);
  expect(problems.map(({ parameter }) => parameter).sort()).toEqual(['colour', 'from', 'limit', 'rail', 'sort']);
  expect(query).toEqual({
    filters: { ...noFilters(LEG_LIST), q: 'ok' },
    sort: '-occurred_at',
    limit: 50,
    cursor: null,
  });
});

test('a comma separates values as a repeated parameter does', () => {
  const { query } = readViewQuery(LEG_LIST, new URLSearchParams('currency=mxn,brl&currency=MXN'));
  expect(query.filters.currency).toEqual(['MXN', 'BRL']);
});
