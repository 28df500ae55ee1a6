import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from './access/session';
import { disconnect, prisma } from './db';
import { listAcknowledgements, readAcknowledgementTotals } from './events/acknowledgement.store';
import { append } from './events/store';
import { importAccessLog } from './import-access-log';
import type { Provider } from './providers/catalogue';
import { recover, undo } from './recovered';

const ANA: Viewer = { id: 'ana', name: 'Ana', email: 'ana@example.com', role: 'engineer' };
const BOB: Viewer = { id: 'bob', name: 'Bob', email: 'bob@example.com', role: 'engineer' };
const LOST_AT = new Date('2026-03-02T12:05:07Z');
const SECOND_MS = 1_000;

beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE false_acknowledgements, access_log_imports`;
  // What arrived in one test must not account for the line of the next; deliveries cannot be removed.
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`DELETE FROM deliveries`;
  });
});
afterAll(disconnect);

/** A message that the proxy answered 404; its id in the list. */
async function lost(path = 'brla'): Promise<string> {
  const line = JSON.stringify({ time: LOST_AT, method: 'POST', path: `/api/webhooks/${path}`, status: 404 });
  await importAccessLog(line, { importedBy: null, fileName: null });
  const [row] = await listed('all');
  return row?.id ?? '';
}

const listed = async (state: 'open' | 'recovered' | 'all') => (await listAcknowledgements(state, null, 9)).rows;
const arrived = (provider: Provider, afterMs: number) =>
  append({
    provider,
    environment: 'stage',
    origin: 'webhook',
    receivedAt: new Date(+LOST_AT + afterMs),
    sourceAddress: '203.0.113.7',
    proof: 'signature',
    headers: {},
    body: new TextEncoder().encode('{}'),
    answerStatus: 200,
  });
const mark = (id: string, delivery: string, reason = '', viewer: typeof ANA | null = ANA) =>
  recover(id, { delivery, reason }, viewer);

test('one that a later delivery brought leaves the count and stays in the list, with who said so', async () => {
  const id = await lost();
  const delivery = await arrived('brla', 3_600 * SECOND_MS);
  expect(await readAcknowledgementTotals()).toEqual({ open: 1, recovered: 0, lastOpenAt: LOST_AT });
  expect(await mark(id, ` ${delivery} `)).toBe('done');
  expect(await readAcknowledgementTotals()).toEqual({ open: 0, recovered: 1, lastOpenAt: null });
  expect(await listed('open')).toEqual([]);
  const recovery = { deliverySeq: delivery, reason: null, by: 'ana@example.com', at: expect.any(Date) };
  expect(await listed('recovered')).toMatchObject([{ id, recovery }]);
  expect(await listed('all')).toMatchObject([{ id, recovery }]);
});

test('a reason will do, and a reason may stand beside a delivery', async () => {
  const id = await lost();
  expect(await mark(id, '', '  asked the provider to send it again ')).toBe('done');
  expect(await listed('recovered')).toMatchObject([
    { recovery: { deliverySeq: null, reason: 'asked the provider to send it again' } },
  ]);
  await undo(id, ANA);
  const delivery = await arrived('brla', 10 * SECOND_MS);
  expect(await mark(id, delivery, 'sent again by support')).toBe('done');
  expect(await listed('recovered')).toMatchObject([
    { recovery: { deliverySeq: delivery, reason: 'sent again by support' } },
  ]);
});

test('a delivery of another provider cannot have brought it', async () => {
  const id = await lost();
  expect(await mark(id, await arrived('juno', 10 * SECOND_MS))).toBe('other_provider');
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 1, recovered: 0 });
});

test('what was posted to nobody’s address may have been anyone’s', async () => {
  const id = await lost('avenia');
  expect(await mark(id, await arrived('brla', 10 * SECOND_MS))).toBe('done');
});

test('a delivery from before the answer cannot have brought it', async () => {
  const id = await lost();
  expect(await mark(id, await arrived('brla', -10 * SECOND_MS))).toBe('came_before');
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 1, recovered: 0 });
});

test.each(['999999999', '0', '-1', 'abc', '9223372036854775808', '1; DROP'])(
  'there is no delivery with the number %s',
  async (number) => expect(await mark(await lost(), number)).toBe('no_such_delivery'),
);

test('nothing said, too much said, and a line that is not there', async () => {
  const id = await lost();
  expect(await mark(id, ' ', ' \0 ')).toBe('nothing_said');
  expect(await mark(id, '', 'x'.repeat(501))).toBe('too_long');
  expect(await mark('f'.repeat(64), '', 'a reason')).toBe('not_found');
  expect(await mark('\0', '', 'a reason')).toBe('not_found');
  expect(await undo('f'.repeat(64), ANA)).toBe('not_found');
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 1, recovered: 0 });
});

test('the first word stays, also when two speak at once', async () => {
  const id = await lost();
  const outcomes = await Promise.all([mark(id, '', 'ana’s reason'), mark(id, '', 'bob’s reason', BOB)]);
  expect(outcomes.sort()).toEqual(['already_recovered', 'done']);
  const [row] = await listed('recovered');
  expect(await mark(id, '', 'another')).toBe('already_recovered');
  expect((await listed('recovered'))[0]?.recovery).toEqual(row?.recovery);
});

test('importing its log again leaves the mark; undone, it is open again and can be marked anew', async () => {
  const id = await lost();
  await mark(id, '', 'too soon');
  expect(await lost()).toBe(id);
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 0, recovered: 1 });
  expect(await undo(id, BOB)).toBe('done');
  expect(await listed('open')).toMatchObject([{ id, recovery: null }]);
  expect(await mark(id, '', 'now it is', BOB)).toBe('done');
  expect(await listed('recovered')).toMatchObject([{ recovery: { by: 'bob@example.com' } }]);
});

test('who is not signed in neither marks nor undoes', async () => {
  const id = await lost();
  expect(await mark(id, '', 'a reason', null)).toBe('not_allowed');
  expect(await undo(id, null)).toBe('not_allowed');
});
