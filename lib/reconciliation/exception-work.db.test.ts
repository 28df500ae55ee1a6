import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { said } from '@/lib/language/said';
import {
  assignExceptions,
  nextInQueue,
  noteExceptions,
  reopenException,
  resolveExceptions,
  waitWithException,
} from './exception-work.store';

const ANA = 'ana@desk.test';
let ids: string[] = [];

afterAll(disconnect);

beforeEach(async () => {
  await prisma().matchException.deleteMany();
  const made = await Promise.all(
    ['1.00', '2.00', null].map((amount, at) =>
      prisma().matchException.create({
        data: {
          about: `missing_at_provider|${at}|`,
          reason: 'missing_at_provider',
          rail: 'spei',
          amount,
          currency: 'MXN',
          day: new Date(`2026-02-0${at + 1}`),
          state: 'open',
        },
      }),
    ),
  );
  ids = made.map(({ id }) => String(id));
});

const one = async (at: number) => prisma().matchException.findUniqueOrThrow({ where: { id: BigInt(ids[at] ?? '0') } });
const notesOf = async (at: number) => {
  const notes = await prisma().exceptionNote.findMany({
    where: { exceptionId: BigInt(ids[at] ?? '0') },
    orderBy: { seq: 'asc' },
  });
  return notes.map(({ kind, text, madeBy }) => ({ kind, text, madeBy }));
};

test('who gets an exception works on it, and who gives it back leaves it open', async () => {
  const [first = ''] = ids;
  expect(await assignExceptions([first, '999999999', 'x'], ANA, ANA)).toEqual([
    { id: first, outcome: 'done' },
    { id: '999999999', outcome: 'unknown' },
    { id: 'x', outcome: 'unknown' },
  ]);
  expect(await one(0)).toMatchObject({ state: 'in_work', owner: ANA });
  expect(await assignExceptions([first], ANA, ANA)).toEqual([{ id: first, outcome: 'unchanged' }]);
  await assignExceptions([first], null, ANA);
  expect(await one(0)).toMatchObject({ state: 'open', owner: null });
  expect(await notesOf(0)).toEqual([
    { kind: 'owner', text: ANA, madeBy: ANA },
    { kind: 'owner', text: null, madeBy: ANA },
  ]);
});

test('what explains an amount needs one; the others of the same call are resolved all the same', async () => {
  const told = { resolution: 'bank_fee', remark: 'Monthly fee' } as const;
  expect(await resolveExceptions(ids, told, ANA)).toMatchObject([
    { outcome: 'done' },
    { outcome: 'done' },
    { outcome: 'refused', why: said('exceptions.refused.noAmount') },
  ]);
  expect(await one(0)).toMatchObject({
    state: 'resolved',
    resolution: 'bank_fee',
    remark: 'Monthly fee',
    resolvedBy: ANA,
  });
  expect(await one(2)).toMatchObject({ state: 'open', resolution: null });
  expect(await resolveExceptions([ids[0] ?? ''], told, ANA)).toMatchObject([{ outcome: 'unchanged' }]);
  expect(await assignExceptions([ids[0] ?? ''], ANA, ANA)).toMatchObject([{ outcome: 'refused' }]);
  expect(await notesOf(0)).toEqual([{ kind: 'resolved', text: 'Monthly fee', madeBy: ANA }]);
});

test('one that waits or is resolved is opened again, with what closed it taken away', async () => {
  const [first = ''] = ids;
  await waitWithException(first, '2026-12-01', 'Waits until 2026-12-01 for Juno: asked', ANA);
  expect(await one(0)).toMatchObject({ state: 'waiting', waitUntil: new Date('2026-12-01') });
  await resolveExceptions([first], { resolution: 'ignored', remark: 'Test money' }, ANA);
  expect((await one(0)).waitUntil).toBeNull();
  expect(await reopenException(first, 'It was not', ANA)).toEqual([{ id: first, outcome: 'done' }]);
  expect(await one(0)).toMatchObject({ state: 'open', resolution: null, remark: null, resolvedBy: null });
  expect(await reopenException(first, 'Again', ANA)).toEqual([{ id: first, outcome: 'unchanged' }]);
});

test('the next one to do is the next of the queue, and behind the last comes the first', async () => {
  const [oldest = '', middle = '', newest = ''] = ids;
  expect(await nextInQueue(newest)).toBe(middle);
  expect(await nextInQueue(oldest)).toBe(newest);
  await resolveExceptions([middle, newest], { resolution: 'ignored', remark: 'Done' }, ANA);
  expect(await nextInQueue(oldest)).toBeNull();
});

test('a blank remark is refused before anything is changed', async () => {
  await expect(async () => noteExceptions(ids, ' ', ANA)).rejects.toThrow(RangeError);
  expect(await notesOf(0)).toEqual([]);
});
