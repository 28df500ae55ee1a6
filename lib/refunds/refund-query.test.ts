import { expect, test } from 'vitest';
import {
  countRefundFilters,
  NO_REFUND_FILTERS,
  type RefundQuery,
  rangeOf,
  readRefundQuery,
  writeRefundQuery,
} from './refund-query';

const read = (text: string) => readRefundQuery(new URLSearchParams(text));

test('an empty address is the board of everything', () => {
  expect(read('')).toEqual({
    query: { filters: NO_REFUND_FILTERS, view: 'board', sort: '-triggered_at', limit: 50, cursor: null },
    problems: [],
  });
  expect(writeRefundQuery(read('').query).toString()).toBe('');
});

test('what is written reads back as the same query', () => {
  const query: RefundQuery = {
    filters: {
      provider: ['juno', 'brla'],
      kind: ['redemption'],
      environment: ['stage'],
      column: ['late', 'stuck'],
      limit_state: ['slow'],
      step: ['TOKEN_MINT'],
      currency: ['MXN'],
      assignee: 'ana@example.com',
      amount_min: '0.01',
      amount_max: '1000000.5',
      triggered_from: '2026-03-01',
      triggered_to: '2026-03-31T12:00:00Z',
      ended_from: '2026-03-02',
      ended_to: '2026-03-02',
      older_than: 0,
      q: 'ref 1,2&3',
      id_missing: true,
      one_sided: true,
      partial: true,
      tz: 'America/Mexico_City',
    },
    view: 'table',
    sort: 'amount',
    limit: 7,
    cursor: 'abc',
  };
  expect(read(writeRefundQuery(query).toString())).toEqual({ query, problems: [] });
  expect(countRefundFilters(query.filters)).toBe(18);
});

test('a word that is not known is named, and left out', () => {
  const text =
    'provider=paypal&kind=loan&column=lost&limit_state=x&step=a%20b&currency=m&assignee=ana&amount_min=a&triggered_from=x' +
    '&older_than=-1&id_missing=yes&tz=Mars&view=cards&sort=age&limit=0&colour=red';
  const { query, problems } = read(text);
  expect(query).toEqual(read('').query);
  expect(problems.map(({ parameter }) => parameter).sort()).toEqual([...new URLSearchParams(text).keys()].sort());
  expect(read('q=%00').problems).toHaveLength(1);
  expect(read('provider=__proto__&sort=constructor').problems).toHaveLength(2);
});

test('a date filter is a whole local day', () => {
  const { filters } = read('ended_from=2026-03-02&ended_to=2026-03-02&tz=America/Mexico_City').query;
  expect(rangeOf(filters, 'ended')).toEqual({ from: '2026-03-02T06:00:00.000Z', to: '2026-03-03T06:00:00.000Z' });
  expect(rangeOf(filters, 'triggered')).toEqual({ from: null, to: null });
});
