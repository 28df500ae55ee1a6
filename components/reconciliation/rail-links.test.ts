import { expect, test } from 'vitest';
import { LEG_LIST, LINE_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { canonicalHref, legHref, legsHref, linesHref, unfilteredLegsHref } from './rail-links';

const legs = (search: string) => readViewQuery(LEG_LIST, new URLSearchParams(search)).query;
const lines = (search: string) => readViewQuery(LINE_LIST, new URLSearchParams(search)).query;

test('the rail is the path, and everything else is the filter', () => {
  const query = legs('rail=spei&state=late&currency=mxn&cursor=abc');
  expect(legsHref('spei', query)).toBe('/reconciliation/rails/spei?state=late&currency=MXN');
  expect(legsHref('spei', query, { cursor: 'next' })).toBe(
    '/reconciliation/rails/spei?state=late&currency=MXN&cursor=next',
  );
  expect(linesHref('pix', lines('rail=pix&match=free&with_id=true'))).toBe(
    '/reconciliation/rails/pix/lines?match=free&with_id=true',
  );
});

test('clearing a list keeps the environment it is about', () => {
  const query = legs('state=late&q=abc&environment=stage');
  expect(unfilteredLegsHref('ars', query)).toBe('/reconciliation/rails/ars?environment=stage');
});

test('a filled form becomes the shortest address, and keeps what cannot be read', () => {
  const path = '/reconciliation/rails/spei';
  const read = (search: string) => canonicalHref(path, LEG_LIST, new URLSearchParams(search));
  expect(read('state=late&q=&amount_min=&sort=-occurred_at&cursor=x')).toBe(`${path}?state=late`);
  expect(read('from=yesterday&q=')).toBe(`${path}?from=yesterday`);
  expect(read('')).toBe(path);
});

test('an id of a leg survives its address', () => {
  const id = 'juno:issuance:a b#in';
  expect(decodeURIComponent(legHref(id).split('/').at(-1) ?? '')).toBe(id);
});
