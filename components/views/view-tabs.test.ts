import { expect, test } from 'vitest';
import { translatorOf } from '@/lib/language/translator';
import { readListQuery } from '@/lib/transactions/filters';
import { SHIPPED_VIEWS } from '@/lib/views/shipped-views';
import type { SavedView } from '@/lib/views/view';
import { contentOf, isChanged, viewTabs } from './view-tabs';

const t = translatorOf('en', 'views');
const read = (text: string) => readListQuery(new URLSearchParams(text)).query;
const saved: SavedView = {
  ...{ id: '7f0c', name: 'Failed', query: 'status=failed&sort=-amount', layout: null },
  ...{ isTeam: false, isMine: true, owner: 'ana@example.com' },
};
const openTabs = (text: string) =>
  viewTabs(read(text), [saved], t)
    .filter(({ isCurrent }) => isCurrent)
    .map(({ id }) => id);

test('every view that ships is one that the list’s own reader understands', () => {
  for (const { query } of SHIPPED_VIEWS) {
    expect(readListQuery(new URLSearchParams(query)).problems).toEqual([]);
    expect(new URLSearchParams(contentOf(read(query))).toString()).toBe(new URLSearchParams(query).toString());
  }
  expect(new Set(SHIPPED_VIEWS.map(({ id }) => id)).size).toBe(SHIPPED_VIEWS.length);
});

test('the tab that is open is the view of the address, else the shipped one that says the same', () => {
  expect(openTabs('')).toEqual(['all']);
  expect(openTabs('limit=200')).toEqual(['all']);
  expect(openTabs('is=incomplete')).toEqual(['incomplete']);
  expect(openTabs('is=incomplete&provider=juno')).toEqual([]);
  expect(openTabs('view=7f0c')).toEqual(['7f0c']);
});

test('a saved view is opened by an address that says all of it, and is changed as soon as that says something else', () => {
  const tab = viewTabs(read(''), [saved], t).find(({ id }) => id === '7f0c');
  expect(tab?.href).toBe('/transactions?status=failed&sort=-amount&view=7f0c');
  expect(isChanged(read('status=failed&sort=-amount&view=7f0c'), saved)).toBe(false);
  expect(isChanged(read('status=failed&view=7f0c'), saved)).toBe(true);
  expect(isChanged(read('view=7f0c'), saved)).toBe(true);
});
