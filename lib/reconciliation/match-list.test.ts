import { expect, test } from 'vitest';
import { readMatchQuery } from './match-list';

const read = (search: string) => readMatchQuery(new URLSearchParams(search));

test('matches are asked for by pass, rule and whether they stand', () => {
  expect(read('pass=1&rule=e2e&undone=false&limit=10&cursor=42')).toEqual({
    query: { pass: 1, rule: 'e2e', undone: false, limit: 10, before: '42' },
    problems: [],
  });
  expect(read('')).toEqual({
    query: { pass: null, rule: null, undone: null, limit: 50, before: null },
    problems: [],
  });
});

test('what cannot be read is named, each by its parameter', () => {
  const { problems } = read('pass=9&rule=magic&undone=perhaps&limit=0&cursor=x&colour=red');
  expect(problems.map(({ parameter }) => parameter)).toEqual(['colour', 'pass', 'rule', 'undone', 'limit', 'cursor']);
});
