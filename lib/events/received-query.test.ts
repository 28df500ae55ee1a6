import { describe, expect, test } from 'vitest';
import { NO_DELIVERY_FILTERS } from './received';
import { isFiltered, readReceivedQuery, readSelection, receivedRange, writeReceivedQuery } from './received-query';

const read = (text: string) => readReceivedQuery('clear', new URLSearchParams(text));
const problemsOf = (text: string) => read(text).problems.map(({ parameter }) => parameter);

describe('the address of what was received', () => {
  test('is empty by default, and a blank parameter is as good as none', () => {
    const nothing = { filters: NO_DELIVERY_FILTERS, place: null, isTailing: false };
    expect(read('')).toEqual({ query: nothing, problems: [] });
    expect(read('provider=&find=+&received_from=')).toEqual({ query: nothing, problems: [] });
    expect(writeReceivedQuery(nothing).size).toBe(0);
    expect(isFiltered(NO_DELIVERY_FILTERS)).toBe(false);
  });

  test.each([
    'provider=juno&result=unrecognised',
    'result=waiting&older=812',
    'proof=loopback&origin=sample&answer=200&lag=5m&duplicates=true',
    'received_from=2026-03-01&received_to=2026-03-31&tz=America%2FSao_Paulo',
    'received_from=2026-03-01T12%3A00%3A00Z',
    'find=%7B%22status%22%3A%22FAILED%22%7D&tail=on',
    'find=juno%3Aissuance%3Ax&newer=9223372036854775807',
  ])('reads %s back as it was written', (text) => {
    const { query, problems } = read(text);
    expect(problems).toEqual([]);
    expect(writeReceivedQuery(query).toString()).toBe(text);
    expect(read(writeReceivedQuery(query).toString()).query).toEqual(query);
  });

  test('names nonsense and goes on without it', () => {
    const text =
      'provider=nobody&result=lost&proof=oath&origin=moon&answer=99&lag=2s&duplicates=yes&tail=off&colour=red';
    expect(problemsOf(text).sort()).toEqual(
      ['answer', 'colour', 'duplicates', 'lag', 'origin', 'proof', 'provider', 'result', 'tail'].sort(),
    );
    expect(read(text).query.filters).toEqual(NO_DELIVERY_FILTERS);
    expect(problemsOf('received_from=yesterday&received_to=2026-02-30&tz=Mars')).toEqual([
      'received_from',
      'received_to',
      'tz',
    ]);
    expect(problemsOf('older=-1&newer=9223372036854775808')).toEqual(['older', 'newer']);
    expect(problemsOf("older=1'%20or%201")).toEqual(['older']);
    expect(problemsOf('find={"status":')).toEqual(['find']);
    expect(problemsOf('__proto__=1&constructor=2')).toEqual(['__proto__', 'constructor']);
  });

  test('the tab of an older address is no typo', () => {
    expect(problemsOf('tab=received')).toEqual([]);
  });

  test('a zone without a date means nothing and is left out', () => {
    expect(writeReceivedQuery(read('tz=America/Mexico_City').query).toString()).toBe('');
  });

  test('a day is a whole local day; an instant is itself', () => {
    const range = (text: string) => receivedRange(read(text).query.filters);
    expect(range('received_from=2026-03-01&received_to=2026-03-01&tz=America/Sao_Paulo')).toEqual({
      from: '2026-03-01T03:00:00.000Z',
      to: '2026-03-02T03:00:00.000Z',
    });
    expect(range('received_to=2026-03-01T10:00:00Z')).toEqual({ from: null, to: '2026-03-01T10:00:00Z' });
  });
});

describe('a choice of deliveries', () => {
  const choose = (text: string) => readSelection('clear', new URLSearchParams(text));

  test('is by number, each once', () => {
    expect(choose('seq=3&seq=1&seq=3')).toEqual({ by: 'number', seqs: ['3', '1'] });
    expect(choose('')).toEqual({ by: 'number', seqs: [] });
  });

  test('is all that match a filter', () => {
    expect(choose('all=on&provider=brla')).toEqual({
      by: 'filter',
      filters: { ...NO_DELIVERY_FILTERS, provider: 'brla' },
    });
  });

  test.each(['seq=1&seq=two', 'all=on&provider=nobody', 'all=on&colour=red', 'all=on&find={'])(
    'is refused whole where a part of it means nothing: %s',
    (text) => {
      expect(choose(text)).toHaveProperty('problems');
    },
  );
});
