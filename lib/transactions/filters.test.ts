import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { readCursor, writeCursor } from './cursor';
import { NO_FILTERS, occurredRange, readListQuery, writeListQuery } from './filters';
import { listQueries } from './filters-testing';

const now = new Date('2026-03-31T02:00:00Z');
const asked = (text: string) => readListQuery(new URLSearchParams(text));

test('what is written reads back as the same query', () => {
  fc.assert(
    fc.property(listQueries, (query) => {
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
  ['limit=501', 'limit'],
  ['provider=!stripe', 'provider'],
  ['reconciliation=lost', 'reconciliation'],
  ['is=happy', 'is'],
  ['occurred_from=0d', 'occurred_from'],
  ['updated_to=7days', 'updated_to'],
  ['ref=*', 'ref'],
  ['hash=%00', 'hash'],
  ['external_ref=a%00b', 'ref'],
  ['q=colour:red', 'q'],
  ['q=status:done', 'status'],
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
    expect(occurredRange({ ...NO_FILTERS, occurred_from: '2026-03-31', occurred_to: '2026-03-31', tz }, now)).toEqual({
      from,
      to,
    });
  });
});

test('a leading ! excludes, word by word', () => {
  const { query, problems } = asked('status=!failed,completed&provider=!juno');
  expect(query.filters).toMatchObject({ status: ['!failed', 'completed'], provider: ['!juno'] });
  expect(problems).toEqual([]);
});

test('older links go on meaning what they meant', () => {
  const { query, problems } = asked('external_ref=a*&incomplete=true');
  expect(query.filters.ids).toEqual([{ operator: 'ref', value: 'a*', isPrefix: false, isExcluded: false }]);
  expect(query.filters.is).toEqual(['incomplete']);
  expect(problems).toEqual([]);
  expect(writeListQuery(query).toString()).toBe(new URLSearchParams({ is: 'incomplete', ref: '"a*"' }).toString());
});

test.each([
  ['abc', { value: 'abc', isPrefix: false, isExcluded: false }],
  ['abc*', { value: 'abc', isPrefix: true, isExcluded: false }],
  ['!abc*', { value: 'abc', isPrefix: true, isExcluded: true }],
  ['empty', { value: '', isPrefix: false, isExcluded: false }],
  ['!empty', { value: '', isPrefix: false, isExcluded: true }],
  ['"empty"', { value: 'empty', isPrefix: false, isExcluded: false }],
  ['"!a \\"b\\"*"', { value: '!a "b"*', isPrefix: false, isExcluded: false }],
  ['a,b', { value: 'a,b', isPrefix: false, isExcluded: false }],
])('ref=%s is read', (text, expected) => {
  const { query } = asked(new URLSearchParams({ ref: text }).toString());
  expect(query.filters.ids).toEqual([{ operator: 'ref', ...expected }]);
});

test('the operators of a text become filters, and its words stay', () => {
  const { query, problems } = asked(
    new URLSearchParams({
      q: 'INV-7 status:failed,blocked -provider:ripio "two words" ref:A* amount:>=100',
      tz: 'UTC',
    }).toString(),
  );
  expect(problems).toEqual([]);
  expect(query.filters).toMatchObject({
    status: ['failed', 'blocked'],
    provider: ['!ripio'],
    ids: [{ operator: 'ref', value: 'A', isPrefix: true, isExcluded: false }],
    amount_min: '100',
    q: 'INV-7 "two words"',
  });
});

test('a text of 100 kB is refused in a sentence, and not read', () => {
  const { query, problems } = asked(new URLSearchParams({ q: 'a '.repeat(51_200) }).toString());
  expect(query.filters).toEqual(NO_FILTERS);
  expect(problems.map(({ parameter, message }) => [parameter, inEnglish(message)])).toEqual([
    ['q', 'A filter text has at most 2,000 characters; this one has 102,400.'],
  ]);
});

describe('relative days move with the clock, on the calendar of the zone', () => {
  const from = (occurred_from: string, tz: TimeZone) => occurredRange({ ...NO_FILTERS, occurred_from, tz }, now).from;

  test.each<[string, TimeZone, string]>([
    ['today', 'UTC', '2026-03-31T00:00:00.000Z'],
    ['today', 'America/Mexico_City', '2026-03-30T06:00:00.000Z'],
    ['7d', 'UTC', '2026-03-25T00:00:00.000Z'],
    ['30d', 'America/Sao_Paulo', '2026-03-01T03:00:00.000Z'],
    ['month', 'America/Mexico_City', '2026-03-01T06:00:00.000Z'],
  ])('%s in %s begins at %s', (word, tz, begin) => {
    expect(from(word, tz)).toBe(begin);
  });

  test('today ends when the day does', () => {
    expect(occurredRange({ ...NO_FILTERS, occurred_to: 'today' }, now).to).toBe('2026-04-01T00:00:00.000Z');
  });
});

test('no text makes the reader throw, and what it read it reads again', () => {
  const names = fc.constantFrom(
    'q',
    'ref',
    'hash',
    'provider',
    'is',
    'occurred_from',
    'amount_min',
    'tz',
    'cursor',
    'x',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (pairs) => {
      const { query } = readListQuery(new URLSearchParams(pairs));
      expect(readListQuery(writeListQuery(query))).toEqual({ query, problems: [] });
    }),
  );
});

test('every zone of the desk is read', () => {
  for (const tz of Object.keys(TIME_ZONES)) expect(asked(`tz=${tz}`).query.filters.tz).toBe(tz);
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
