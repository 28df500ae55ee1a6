import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import { projectAll } from './project';
import { previewReprocess, reprocess } from './reprocess';
import { brlaMint, type Message, message } from './testing';

const arrive = async ({ provider, body }: Message) =>
  BigInt(await admit({ provider, body, origin: 'sample', receivedAt: new Date() }));
let once: bigint;
let mint: bigint;
let again: bigint;
let stranger: bigint;
let frozen: bigint;

beforeAll(async () => {
  once = await arrive(brlaMint(0));
  await projectAll();
  mint = await arrive(brlaMint(1));
  await projectAll();
  // As if an older version had not understood it: no event, no transaction, only the reason.
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`DELETE FROM events WHERE delivery_seq = ${mint}`;
    await tx.transaction.delete({ where: { id: 'brla:operation-1' } });
    await tx.reading.update({
      where: { deliverySeq: mint },
      data: { outcome: 'unrecognised', eventId: null, transactionId: null, reason: 'too new' },
    });
  });
  again = await arrive(brlaMint(0));
  stranger = await arrive(message('brla', { subscription: 'LOAN', id: 'x', createdAt: 1, userId: 'u', data: {} }));
  frozen = await arrive(brlaMint(2, 'FROZEN'));
  await projectAll();
});

afterAll(disconnect);

const effectOf = async (work: Promise<Awaited<ReturnType<typeof reprocess>>>, seq: bigint) =>
  (await work).find((effect) => effect.deliverySeq === seq);

test('a preview says what would change and changes nothing', async () => {
  const everything = () =>
    Promise.all([prisma().reading.findMany(), prisma().event.findMany(), prisma().transaction.findMany()]);
  const before = await everything();
  expect(await previewReprocess('clear', [once, mint, again, stranger, frozen])).toMatchObject([
    { deliverySeq: once, before: 'event', after: 'event', transaction: null },
    {
      deliverySeq: mint,
      before: 'unrecognised',
      after: 'event',
      transaction: { id: 'brla:operation-1', before: null, after: 'pending' },
    },
    { deliverySeq: again, before: 'duplicate', after: 'duplicate', transaction: null },
    { deliverySeq: stranger, before: 'unrecognised', after: 'unrecognised', reason: expect.stringContaining('LOAN') },
    {
      deliverySeq: frozen,
      before: 'unrecognised',
      after: 'unrecognised',
      needsRebuild: false,
      reason: expect.stringContaining('FROZEN'),
    },
  ]);
  expect(await everything()).toEqual(before);
});

test('reading again does what the preview said, once', async () => {
  const preview = await previewReprocess('clear', [mint]);
  expect(await reprocess([mint])).toEqual(preview);
  expect(await prisma().transaction.findUnique({ where: { id: 'brla:operation-1' } })).toMatchObject({
    status: 'pending',
  });
  expect(await effectOf(reprocess([mint]), mint)).toMatchObject({ before: 'event', after: 'event', transaction: null });
});

test('an event that would be read differently is left to the rebuild, and said', async () => {
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE events SET data = jsonb_set(data, '{type}', '"Unrecognised"') WHERE delivery_seq = ${once}`;
    await tx.reading.update({
      where: { deliverySeq: once },
      data: { outcome: 'unrecognised', reason: 'an older version' },
    });
  });
  expect(await effectOf(reprocess([once]), once)).toMatchObject({
    before: 'unrecognised',
    after: 'unrecognised',
    needsRebuild: true,
  });
});

test('what does not exist has no effect', async () => {
  expect(await previewReprocess('clear', [999_999n])).toEqual([]);
});
