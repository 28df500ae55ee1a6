import { expect, test } from 'vitest';
import { readMark, supportHref } from './mark';

const NOW = new Date('2026-03-02T12:00:00.500Z');
const read = (search: string) => readMark(new URLSearchParams(search), NOW);

test('a mark is read as it was written, whatever the id holds', () => {
  const mark = { position: 9_007_199_254_740_993n, at: NOW };
  const href = supportHref('brla:a/b?c', { mark, language: 'pt-BR' });
  expect(href).toMatch(/^\/support\/brla%3Aa%2Fb%3Fc\?as-of=9007199254740993&/);
  expect(read(href.split('?')[1] ?? '')).toEqual(mark);
  expect(supportHref('ripio:1', {})).toBe('/support/ripio%3A1');
});

test.each([
  ['', null],
  ['in=es', null],
  ['as-of=12', 'unreadable'],
  ['at=2026-03-02T11:00:00Z', 'unreadable'],
  ['as-of=-1&at=2026-03-02T11:00:00Z', 'unreadable'],
  ['as-of=1e9&at=2026-03-02T11:00:00Z', 'unreadable'],
  ['as-of=99999999999999999999&at=2026-03-02T11:00:00Z', 'unreadable'],
  ['as-of=12&at=2026-13-02T11:00:00Z', 'unreadable'],
  ['as-of=12&at=2026-03-02T12:00:01Z', 'unreadable'],
])('%j is no mark of the past', (search, expected) => {
  expect(read(search)).toBe(expected);
});
