import { expect, test } from 'vitest';
import { DIFFERENCE_STATES } from '@/lib/lists/difference';
import { differencesHref, readDifferenceQuery } from './difference-query';

test('every address reads back as the filters it was made of', () => {
  for (const state of DIFFERENCE_STATES)
    for (const list of ['juno-transactions', null] as const) {
      const { searchParams } = new URL(differencesHref({ state, list }), 'https://desk.example');
      expect(readDifferenceQuery(searchParams)).toEqual({ filters: { state, list }, ignored: [] });
    }
});

test('what means nothing is named and left out', () => {
  const query = readDifferenceQuery(new URLSearchParams('state=closed&list=__proto__&page=2'));
  expect(query.filters).toEqual({ state: 'open', list: null });
  expect([...query.ignored].sort()).toEqual(['list', 'page', 'state']);
});
