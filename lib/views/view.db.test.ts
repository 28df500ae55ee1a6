import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import type { TableLayout } from './layout';
import { LONGEST_VIEW_NAME, MOST_VIEWS } from './view';
import { addView, changeView, dropView, viewsOf } from './view.store';

const LAYOUT: TableLayout = {
  order: ['occurred_at', 'status'],
  hidden: [],
  widths: { status: 140 },
  start: ['occurred_at'],
  end: [],
  density: 'compact',
};
const view = (name: string, change = {}) => ({ name, query: 'status=failed', layout: null, isTeam: false, ...change });
const add = (who: string, name: string, change = {}) => addView(who, 'transactions', view(name, change));
const namesOf = async (who: string) => (await viewsOf(who, 'transactions')).map(({ name }) => name);

beforeEach(async () => {
  await prisma().savedView.deleteMany();
  for (const id of ['ana', 'beto'])
    await prisma().user.upsert({
      where: { id },
      update: {},
      create: { id, name: id, email: `${id}@example.com`, updatedAt: new Date() },
    });
});
afterAll(disconnect);

test('a view comes back as it was saved, with its columns', async () => {
  const saved = await add('ana', ' Failed at Juno ', { layout: LAYOUT });
  expect(saved.outcome).toBe('saved');
  expect(await viewsOf('ana', 'transactions')).toEqual([
    {
      id: saved.outcome === 'saved' && saved.id,
      ...{ name: 'Failed at Juno', query: 'status=failed', layout: LAYOUT },
      ...{ isTeam: false, isMine: true, owner: 'ana@example.com' },
    },
  ]);
});

test('a personal view is seen by its owner only, a team view by everybody', async () => {
  await add('ana', 'Mine');
  await add('ana', 'Ours', { isTeam: true });
  await add('beto', 'Also mine');
  expect(await namesOf('ana')).toEqual(['Mine', 'Ours']);
  expect(await namesOf('beto')).toEqual(['Also mine', 'Ours']);
});

test('only its owner changes or deletes a team view; of somebody’s own nobody learns that it exists', async () => {
  const team = await add('ana', 'Ours', { isTeam: true });
  const own = await add('ana', 'Mine');
  if (team.outcome !== 'saved' || own.outcome !== 'saved') throw new Error('not saved');
  expect(await changeView('beto', 'transactions', team.id, { name: 'Stolen' })).toEqual({ outcome: 'not_yours' });
  expect(await changeView('beto', 'transactions', own.id, { name: 'Stolen' })).toEqual({ outcome: 'not_found' });
  expect(await dropView('beto', 'transactions', team.id)).toBe('not_yours');
  expect(await dropView('beto', 'transactions', own.id)).toBe('not_found');
  expect(await dropView('ana', 'transactions', team.id)).toBe('dropped');
  expect(await namesOf('ana')).toEqual(['Mine']);
});

test('two views that the same people see never share a name, whatever its capitals', async () => {
  await add('ana', 'Failed');
  expect(await add('ana', 'FAILED')).toEqual({ outcome: 'name_taken' });
  expect(await add('beto', 'Failed')).toMatchObject({ outcome: 'saved' });
  await add('ana', 'Team', { isTeam: true });
  expect(await add('beto', 'team', { isTeam: true })).toEqual({ outcome: 'name_taken' });
  const both = await Promise.all(['ana', 'ana', 'ana'].map((who) => add(who, 'At once')));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['name_taken', 'name_taken', 'saved']);
});

test('a change keeps what it does not name', async () => {
  const saved = await add('ana', 'Failed', { layout: LAYOUT });
  if (saved.outcome !== 'saved') throw new Error('not saved');
  expect(await changeView('ana', 'transactions', saved.id, { query: 'is=late' })).toEqual(saved);
  expect(await changeView('ana', 'transactions', saved.id, { name: 'Failed' })).toEqual(saved);
  expect(await viewsOf('ana', 'transactions')).toMatchObject([{ name: 'Failed', query: 'is=late', layout: LAYOUT }]);
});

test('a name must be one, and a person has so many views', async () => {
  expect(await add('ana', '   ')).toEqual({ outcome: 'no_name' });
  expect(await add('ana', 'x'.repeat(LONGEST_VIEW_NAME + 1))).toEqual({ outcome: 'no_name' });
  await prisma().savedView.createMany({
    data: Array.from({ length: MOST_VIEWS }, (_, at) => ({
      ...{ list: 'transactions', name: `View ${at}`, ownerId: 'ana', isTeam: false, query: '' },
    })),
  });
  expect(await add('ana', 'One more')).toEqual({ outcome: 'too_many' });
});
