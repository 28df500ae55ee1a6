import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '@/lib/events/status';
import { ENVIRONMENTS, KINDS, PROVIDERS } from '@/lib/providers/catalogue';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { readCursor, writeCursor } from './cursor';
import { type ListQuery, NO_FILTERS, occurredRange, readListQuery, SORTS, writeListQuery } from './filters';

const some = (words: readonly string[]) => fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 });
const amount = fc.constantFrom('0', '12.50', '-3', '1298.3766240000');
const moment = fc.constantFrom('2026-03-31', '2024-02-29', '2026-03-31T12:00:00Z', '2026-03-31T12:00:00.123456-06:00');
const queries: fc.Arbitrary<ListQuery> = fc.record({
  filters: fc.record({
    provider: some(PROVIDERS),
    kind: some(Object.values(KINDS).flat()),
    status: some(STATUSES),
    currency: some(['MXN', 'BRL', 'USDC', 'BRL1']),
    environment: some(ENVIRONMENTS),
    occurred_from: fc.option(moment),
    occurred_to: fc.option(moment),
    amount_min: fc.option(amount),
    amount_max: fc.option(amount),
    external_ref: fc.option(fc.constantFrom('user-ref-1', 'a&b=c', 'ñ, é', "'; drop table")),
    incomplete: fc.boolean(),
    tz: fc.constantFrom(...(Object.keys(TIME_ZONES) as TimeZone[])),
  }),
  sort: fc.constantFrom(...SORTS),
  limit: fc.constantFrom(1, 50, 200),
  cursor: fc.constant(null),
});

test('what is written reads back as the same query', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const text = writeListQuery(query).toString();
      expect(readListQuery(new URLSearchParams(text))).toEqual({ query, problems: [] });
    }),
  );
});

test.each([
  ['provider=stripe', 'provider'],
  ['status=done', 'status'],
  ['currency=M$N', 'currency'],
  ['occurred_from=2026-02-30', 'occurred_from'],
  ['occurred_to=yesterday', 'occurred_to'],
  ['occurred_to=2026-03-31T12:00:00', 'occurred_to'],
  ['amount_min=1,5', 'amount_min'],
  ['incomplete=maybe', 'incomplete'],
  ['tz=Mars/Olympus', 'tz'],
  ['sort=colour', 'sort'],
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['colour=red', 'colour'],
])('%s is named as a problem and left out', (text, parameter) => {
  const { query, problems } = readListQuery(new URLSearchParams(text));
  expect(problems).toMatchObject([{ parameter }]);
  expect(query.filters).toEqual(NO_FILTERS);
});

test('a parameter may repeat or hold commas', () => {
  const { query } = readListQuery(new URLSearchParams('provider=juno,ripio&provider=brla&currency=mxn'));
  expect(query.filters).toMatchObject({ provider: ['juno', 'ripio', 'brla'], currency: ['MXN'] });
});

describe('dates are days of the zone they are asked in', () => {
  test.each<[TimeZone, string, string]>([
    ['UTC', '2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['America/Mexico_City', '2026-03-31T06:00:00.000Z', '2026-04-01T06:00:00.000Z'],
    ['America/Sao_Paulo', '2026-03-31T03:00:00.000Z', '2026-04-01T03:00:00.000Z'],
    ['America/Argentina/Buenos_Aires', '2026-03-31T03:00:00.000Z', '2026-04-01T03:00:00.000Z'],
  ])('in %s the 31st of March runs from %s to %s', (tz, from, to) => {
    expect(occurredRange({ ...NO_FILTERS, occurred_from: '2026-03-31', occurred_to: '2026-03-31', tz })).toEqual({
      from,
      to,
    });
  });
});

describe('cursors', () => {
  const query = readListQuery(new URLSearchParams('provider=juno')).query;
  const place = { value: '2026-03-31T12:00:00.000001Z', id: 'juno:issuance:1', direction: 'next' } as const;

  test('a cursor reads back as the place it was written for', () => {
    expect(readCursor(writeCursor(place, query), query)).toEqual(place);
  });

  test('a cursor of another filter or sort is refused', () => {
    const text = writeCursor(place, query);
    expect(readCursor(text, { ...query, sort: 'amount' })).toHaveProperty('message');
    expect(readCursor(text, readListQuery(new URLSearchParams('provider=brla')).query)).toHaveProperty('message');
  });

  test('a forged sort value never reaches the database', () => {
    for (const value of ["1'; drop table x", '12.5', '2026-99-99T12:00:00.000001Z', '']) {
      expect(readCursor(writeCursor({ ...place, value }, query), query)).toHaveProperty('message');
    }
  });

  test('nonsense is refused, not thrown', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(text, query)).toHaveProperty('message');
      }),
    );
  });
});
