import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { brlaMint } from '@/lib/testing';
import { LONGEST_NOTE, MAX_REMARKED } from './remark';
import { addNotes, assign, assignableUsers, remarksOf } from './store';

beforeAll(async () => {
  for (let i = 0; i < 3; i++) await admit({ ...brlaMint(i), origin: 'sample', receivedAt: new Date() });
  await projectAll();
});
afterAll(disconnect);

const id = (i: number) => `brla:operation-${i}`;

test('a note stands at each payment of the store, once, and the others are named', async () => {
  const results = await addNotes(
    [id(0), 'brla:never-seen', id(1), id(0), 'brla:\u0000'],
    'Ask Juno again',
    'ana@example.com',
  );
  expect(results).toEqual([
    { id: id(0), outcome: 'done' },
    { id: 'brla:never-seen', outcome: 'unknown' },
    { id: id(1), outcome: 'done' },
    { id: 'brla:\u0000', outcome: 'unknown' },
  ]);
  expect(await remarksOf('clear', id(0))).toMatchObject([
    { kind: 'note', text: 'Ask Juno again', assignee: null, madeBy: 'ana@example.com', transactionId: id(0) },
  ]);
  expect(await prisma().remark.count({ where: { kind: 'note' } })).toBe(2);
});

test('a payment given to the person who has it stays as it was; the last assignment holds, and all are kept', async () => {
  const give = (assignee: string | null) => assign([id(1), id(2), 'brla:never-seen'], assignee, 'boss@example.com');
  const outcomes = async (assignee: string | null) => (await give(assignee)).map(({ outcome }) => outcome);
  expect(await outcomes(null)).toEqual(['unchanged', 'unchanged', 'unknown']);
  expect(await outcomes('ana@example.com')).toEqual(['done', 'done', 'unknown']);
  expect(await outcomes('ana@example.com')).toEqual(['unchanged', 'unchanged', 'unknown']);
  expect(await assign([id(1)], 'eva@example.com', 'ana@example.com')).toEqual([{ id: id(1), outcome: 'done' }]);
  expect(await outcomes(null)).toEqual(['done', 'done', 'unknown']);
  const told = (await remarksOf('clear', id(1))).filter(({ kind }) => kind === 'assignment');
  expect(told.map(({ assignee }) => assignee)).toEqual(['ana@example.com', 'eva@example.com', null]);
});

test('a note that says nothing or too much, and too many payments at once, are refused before anything is written', async () => {
  const before = await prisma().remark.count();
  await expect(addNotes([id(0)], ' \n', 'a@b.c')).rejects.toThrow(RangeError);
  await expect(addNotes([id(0)], 'x'.repeat(LONGEST_NOTE + 1), 'a@b.c')).rejects.toThrow(RangeError);
  const tooMany = Array.from({ length: MAX_REMARKED + 1 }, (_, i) => id(i));
  await expect(assign(tooMany, null, 'a@b.c')).rejects.toThrow(RangeError);
  await expect(addNotes(tooMany, 'x', 'a@b.c')).rejects.toThrow(RangeError);
  expect(await prisma().remark.count()).toBe(before);
});

test('what somebody said cannot be unsaid', async () => {
  await expect(prisma().$executeRaw`DELETE FROM remarks`).rejects.toThrow('append-only');
});

test('everybody who may sign in can be given a payment', async () => {
  await prisma().user.create({ data: { id: 'u1', name: 'Ana', email: 'ana@example.com' } });
  expect(await assignableUsers()).toEqual([{ email: 'ana@example.com', name: 'Ana' }]);
});
