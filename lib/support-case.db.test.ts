import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { brlaMint, type Message, message } from '@/lib/testing';
import { recordAlone } from './audit/store';
import { readEnd } from './live.store';
import { readCase } from './support-case';

const NOW = new Date('2026-03-02T12:30:00Z');
const id = (i: number) => `brla:operation-${i}`;

async function receive(...messages: Message[]): Promise<bigint> {
  for (const message of messages) await admit({ ...message, origin: 'sample', receivedAt: NOW });
  await projectAll();
  return readEnd();
}

let begun: bigint;
beforeAll(async () => {
  begun = await receive(brlaMint(0));
});
afterAll(disconnect);

test('an answer that is frozen stays as it was when a later message arrives, and the one of now moves on', async () => {
  const before = await readCase(id(0), null, NOW);
  expect(before?.answer).toMatchObject({ status: 'pending', next: 'provider_finishes' });
  expect(before?.mark).toEqual({ position: begun, at: NOW });
  const ended = await receive(brlaMint(0, 'SUCCESS', { txHash: `0x${'ab'.repeat(32)}` }));
  expect(ended).toBeGreaterThan(begun);
  const frozen = await readCase(id(0), { position: begun, at: NOW }, new Date(+NOW + 60_000));
  expect(frozen).toEqual(before);
  const later = await readCase(id(0), null, new Date(+NOW + 60_000));
  expect(later?.answer.status).not.toBe('pending');
  expect(later?.mark.position).toBe(ended);
});

test('before its first message a payment is not there, and neither is one that nobody told of', async () => {
  expect(await readCase(id(0), { position: begun - 1n, at: NOW }, NOW)).toBeNull();
  expect(await readCase('brla:never-seen', null, NOW)).toBeNull();
  expect(await readCase('brla:\u0000', null, NOW)).toBeNull();
});

test('a message that came again later counts from its first arrival', async () => {
  const first = await receive(brlaMint(1));
  await receive(brlaMint(1));
  expect((await readCase(id(1), { position: first, at: NOW }, NOW))?.transaction.eventCount).toBe(1);
});

test('a time is promised from twenty completed payments on, and only from those complete by then', async () => {
  const took = 600;
  const beginning = 1_772_452_800_000;
  /** The same operation's end, ten minutes after its beginning by the provider's clock. */
  const end = (n: number): Message => {
    const payload = JSON.parse(new TextDecoder().decode(brlaMint(n, 'SUCCESS').body));
    return message('brla', { ...payload, createdAt: payload.createdAt + took * 1000 });
  };
  for (let n = 300; n < 320; n++) await receive(brlaMint(n), end(n));
  await receive(brlaMint(900));
  const at = new Date(beginning + 1_000_000);
  const { answer } = (await readCase(id(900), null, at)) ?? {};
  expect(answer?.promise).toMatchObject({ key: 'by_history', count: 20 });
  expect('by' in (answer?.promise ?? {}) && answer?.promise).toMatchObject({
    by: new Date(beginning + 900_000 + took * 1000),
  });
  const early = new Date(beginning + 905_000);
  expect((await readCase(id(900), null, early))?.answer.promise.key).toBe('none_known');
});

test('who passed it to finance is told from then on', async () => {
  const deed = {
    action: 'case_passed',
    objectKind: 'transaction',
    objectId: id(1),
    address: null,
    detail: {},
  } as const;
  const before = new Date();
  await recordAlone({ ...deed, actor: 'sofia@example.com' });
  const [entry] = await prisma().auditEntry.findMany({ where: { objectId: id(1) } });
  expect((await readCase(id(1), null, new Date()))?.passed).toEqual({ at: entry?.at, by: 'sofia@example.com' });
  const mark = { position: await readEnd(), at: new Date(+before - 1000) };
  expect((await readCase(id(1), mark, new Date()))?.passed).toBeNull();
});
