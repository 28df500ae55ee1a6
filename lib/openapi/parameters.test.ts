import { describe, expect, test } from 'vitest';
import type { Said } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';
import { readMatchQuery } from '@/lib/reconciliation/match-list';
import { EXCEPTION_LIST, LEG_LIST, LINE_LIST, readViewQuery } from '@/lib/reconciliation/view-query';
import { readRefundQuery } from '@/lib/refunds/refund-query';
import { readListQuery } from '@/lib/transactions/filters';
import { apiDocument } from './document';
import { OPERATIONS } from './operations';
import { referenceOf, type ShownParameter } from './reference';

type Problems = readonly { readonly parameter: string; readonly message: string | Said }[];
const READERS: Readonly<Record<string, (search: URLSearchParams) => { readonly problems: Problems }>> = {
  listTransactions: readListQuery,
  listRefunds: readRefundQuery,
  listLegs: (search) => readViewQuery(LEG_LIST, search),
  listLines: (search) => readViewQuery(LINE_LIST, search),
  listExceptions: (search) => readViewQuery(EXCEPTION_LIST, search),
  listMatches: readMatchQuery,
};

const reference = referenceOf(apiDocument('https://desk.example.com'));
const operations = reference.groups.flatMap((group) => group.operations);
const parametersOf = (id: string): readonly ShownParameter[] =>
  operations.find((operation) => operation.id === id)?.parameters ?? [];

test('every operation is in a group of the reference', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

describe.each(Object.entries(READERS))('%s', (id, read) => {
  const problemsOf = (name: string, text: string) => read(new URLSearchParams([[name, text]])).problems;

  test('knows every parameter that is described, and each of its words', () => {
    let words = 0;
    for (const { name, words: told, usual } of parametersOf(id)) {
      expect(
        problemsOf(name, '').map(({ message }) => (typeof message === 'string' ? message : inEnglish(message))),
        name,
      ).not.toContain('This parameter does not exist.');
      for (const word of [...told, ...(usual === null ? [] : [usual])]) {
        expect(problemsOf(name, word), `${name}=${word}`).toEqual([]);
        words += 1;
      }
    }
    expect(words).toBeGreaterThan(10);
  });

  test('refuses a word that is not among those that are described', () => {
    for (const { name, words } of parametersOf(id))
      if (words.length > 0) expect(problemsOf(name, 'no-such-word'), name).toHaveLength(1);
  });

  test('keeps to the limits that are described', () => {
    const [, most] = /(\d+)$/.exec(parametersOf(id).find(({ name }) => name === 'limit')?.type ?? '') ?? [];
    expect(problemsOf('limit', String(most))).toEqual([]);
    expect(problemsOf('limit', String(Number(most) + 1))).toHaveLength(1);
    expect(problemsOf('limit', '0')).toHaveLength(1);
  });

  test('reads its own example, and refuses the one that shall be refused', () => {
    const operation = OPERATIONS.find((one) => one.id === id);
    expect(read(new URLSearchParams(operation?.example.query)).problems).toEqual([]);
    expect(read(new URLSearchParams(operation?.refused[400]?.query)).problems.length).toBeGreaterThan(0);
  });
});

test('an exclusion that the filters of payments read is the one that is described', () => {
  const words = parametersOf('listTransactions').filter(({ type, words }) => type.startsWith('array') && words.length);
  expect(words.length).toBeGreaterThan(4);
  for (const { name, words: told } of words) {
    const { query, problems } = readListQuery(new URLSearchParams([[name, `!${told[0]}`]]));
    expect(problems, name).toEqual([]);
    expect(query.filters[name as 'provider']).toEqual([`!${told[0]}`]);
  }
});
