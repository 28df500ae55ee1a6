import { expect, test } from 'vitest';
import { said } from '@/lib/language/said';
import {
  canonicalWorkbenchHref,
  countWorkbenchFilters,
  filteredWorkbenchHref,
  MAX_SELECTED,
  readWorkbenchQuery,
  selectedHref,
  writeWorkbenchQuery,
} from './workbench-query';

const read = (address: string) => readWorkbenchQuery(new URLSearchParams(address));

test('an address reads back as the same query', () => {
  const address = 'rail=spei&direction=out&q=pago&with_id=true&line=7&line=5&find=100.00';
  const { query, problems } = read(address);
  expect(problems).toEqual([]);
  expect(query.lines).toEqual(['7', '5']);
  expect(query.find).toBe('100.00');
  expect(read(writeWorkbenchQuery(query).toString()).query).toEqual(query);
});

test('only payments without a match are work, whatever the address says', () => {
  const { query } = read('match=matched&kind=fee');
  expect(query.list.filters).toMatchObject({ match: 'free', kind: ['payment'] });
  expect(writeWorkbenchQuery(query).toString()).toBe('');
  expect(countWorkbenchFilters(query)).toBe(0);
});

test('lines that cannot be named, and too many of them, are told and left out', () => {
  expect(read('line=abc&line=3')).toEqual(
    expect.objectContaining({ problems: [{ parameter: 'line', message: said('workbench.problem.line') }] }),
  );
  const many = Array.from({ length: MAX_SELECTED + 1 }, (_, i) => `line=${i + 1}`).join('&');
  expect(read(many).query.lines).toHaveLength(MAX_SELECTED);
  expect(read(many).problems).toHaveLength(1);
});

test('another selection keeps the filter, another filter keeps no selection', () => {
  const { query } = read('rail=spei&line=3&find=abc');
  expect(selectedHref(query, ['4'])).toBe('/reconciliation/workbench?rail=spei&line=4&find=abc');
  expect(selectedHref(query, [])).toBe('/reconciliation/workbench?rail=spei');
  expect(filteredWorkbenchHref(query, { rail: [] })).toBe('/reconciliation/workbench');
});

test('a form gives the shortest address, and keeps what the page must complain about', () => {
  expect(canonicalWorkbenchHref(new URLSearchParams('q=&from=&rail=pix'))).toBe('/reconciliation/workbench?rail=pix');
  expect(canonicalWorkbenchHref(new URLSearchParams('from=soon&q='))).toBe('/reconciliation/workbench?from=soon');
});
