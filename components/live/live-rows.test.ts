import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { movedBetween, NOTHING_SINCE, newSaid, type Since, takenIn } from './live-rows';

type Row = { readonly id: string; readonly status: string };

const row = (id: string, status = 'pending'): Row => ({ id, status });
const shown = new Map(['a', 'b'].map((id) => [id, row(id)]));
const nowhere = () => false;
const answer = (rows: readonly Row[], matching: readonly string[], newcomers: readonly string[] = []) => ({
  rows,
  matching,
  newcomers,
});

describe('rows of the page', () => {
  test('a row that looks different is replaced, one that was only named is left alone', () => {
    const since = takenIn<Row>(NOTHING_SINCE, answer([row('a', 'completed'), row('b')], ['a', 'b']), shown, nowhere);
    expect([...since.changed]).toEqual([['a', row('a', 'completed')]]);
    expect(movedBetween(NOTHING_SINCE, since)).toEqual(['a']);
  });

  test('a row that leaves the filter stays and says so, until it is back', () => {
    const left = takenIn<Row>(NOTHING_SINCE, answer([row('a', 'failed')], []), shown, nowhere);
    expect([...left.gone]).toEqual(['a']);
    expect(left.changed.get('a')?.status).toBe('failed');
    const back = takenIn<Row>(left, answer([row('a')], ['a']), shown, nowhere);
    expect(back.gone.size).toBe(0);
    expect(back.changed.get('a')).toEqual(row('a'));
  });

  test('the same news twice changes a row once', () => {
    const news = answer([row('a', 'completed')], ['a']);
    const once = takenIn<Row>(NOTHING_SINCE, news, shown, nowhere);
    expect(movedBetween(once, takenIn(once, news, shown, nowhere))).toEqual([]);
  });
});

describe('rows that are not on the page', () => {
  test('a newcomer in the filter is counted once, one outside it never', () => {
    const news = answer([row('c'), row('d')], ['c'], ['c', 'd']);
    const once = takenIn<Row>(NOTHING_SINCE, news, shown, nowhere);
    expect([...takenIn(once, news, shown, nowhere).added]).toEqual(['c']);
  });

  test('a newcomer that leaves the filter again is no longer counted', () => {
    const came = takenIn<Row>(NOTHING_SINCE, answer([row('c')], ['c'], ['c']), shown, nowhere);
    expect(takenIn(came, answer([row('c', 'completed')], [], ['c']), shown, nowhere).added.size).toBe(0);
  });

  test('a payment that was there before counts where it would stand on this page, and not where it is on another', () => {
    const news = answer([row('c')], ['c']);
    expect(takenIn<Row>(NOTHING_SINCE, news, shown, () => true).added.size).toBe(1);
    expect(takenIn<Row>(NOTHING_SINCE, news, shown, nowhere).added.size).toBe(0);
  });
});

test('the pill counts to 99, and says where there may be more', () => {
  const counting = (count: number, isMany = false): Since<Row> => ({
    ...NOTHING_SINCE,
    added: new Set(Array.from({ length: count }, (_, i) => String(i))),
    isMany,
  });
  const told = (since: Since<Row>) => {
    const words = newSaid(since);
    return words && inEnglish(words);
  };
  expect([counting(0), counting(1), counting(99), counting(100)].map(told)).toEqual([
    null,
    '1 new',
    '99 new',
    '99+ new',
  ]);
  expect([counting(0, true), counting(3, true)].map(told)).toEqual(['Many changes', '3+ new']);
});
