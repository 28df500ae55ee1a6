import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { disconnect, pool, prisma } from '@/lib/db';
import { erase, rotateKeys } from '@/lib/erase';
import { listDeliveries, readBodies, readDelivery } from '@/lib/events/delivery.store';
import { NO_DELIVERY_FILTERS } from '@/lib/events/received';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { rebuild } from '@/lib/rebuild';
import { findUnrecognised } from '@/lib/search-unread.store';
import { message } from '@/lib/testing';
import { verifyChain } from '@/lib/verify-chain';
import { ANA, BEA, clearBench, line } from '@/lib/workbench-testing';

/** Invented, and nowhere else in the store. */
const NAME = 'Zenobia Quintanar Ferreyra';
const CLABE = '646180110400000778';
const ID = '5d9c4d2e-3a51-4f6e-9a53-0c6f4f2b7a10';
const PAYMENT = `juno:issuance:${ID}`;
const OTHER = 'juno:issuance:7b1f0a3c-58b7-4f0e-8a22-9a4b41c2d311';

const master = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [OLD, YOUNG] = [master('old'), master('young')];

// A process reads its environment once; here it is another one for each key.
vi.mock('@/lib/env', async (load) => {
  const actual = await load<typeof import('@/lib/env')>();
  return { ...actual, env: () => actual.readEnv(process.env) };
});
const configured = (keys: string | undefined) => vi.stubEnv('BODY_KEYS', keys);

function issuance(id: string, name: string, clabe: string, status: string) {
  return message('juno', {
    event: 'TRANSACTION',
    payload: {
      type: 'ISSUANCE',
      id,
      status,
      external_ref: `synthetic-${id.slice(0, 4)}`,
      created_at: '2026-03-02T10:00:00Z',
      updated_at: `2026-03-02T10:0${status === 'COMPLETE' ? 5 : 0}:00Z`,
      issuance: {
        network: 'ARBITRUM',
        amount: '1250',
        method: 'SPEI',
        asset: 'MXN',
        deposit_sender_clabe: clabe,
        deposit_sender_name: name,
        deposit_receiver_clabe: '710969000000000017',
        refunded: false,
      },
    },
  });
}

const arrive = (one: ReturnType<typeof message>) =>
  admit({ provider: one.provider, body: one.body, origin: 'sample', receivedAt: new Date() });

/** Every table in which a text stands, in the clear or as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const hex = Buffer.from(text).toString('hex');
      const { rows: hits } = await pool().query(
        `SELECT FROM "${name}" AS t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%' LIMIT 1`,
        [text, hex],
      );
      return hits.length > 0 ? name : null;
    }),
  );
  return found.filter((name) => name !== null).sort();
}

const about = (more: object = {}) => ({
  transactionIds: [PAYMENT],
  reason: 'asked for by the person, ticket 81',
  by: ANA,
  agreedBy: BEA.email,
  ...more,
});

beforeAll(async () => {
  await clearBench();
  for (const email of [ANA, BEA.email])
    await prisma().user.create({ data: { id: email, name: email, email, emailVerified: true, updatedAt: new Date() } });
  configured(undefined);
  await arrive(issuance('7b1f0a3c-58b7-4f0e-8a22-9a4b41c2d311', 'Otra Persona', '646180110400000888', 'COMPLETE'));
  configured(OLD);
  for (const state of ['PENDING', 'COMPLETE']) await arrive(issuance(ID, NAME, CLABE, state));
  await arrive(message('juno', '{"event":"NOBODY_KNOWS_THIS","payload":{"remark":"vellum-lantern-81"}}'));
  await projectAll();
  await matchedLine();
});

/** The bank's line of the payment, which tells of the person in every column that can. */
async function matchedLine(): Promise<void> {
  const seq = BigInt(await line('1250.00', '2026-03-02'));
  await prisma().line.update({
    where: { seq },
    data: { name: NAME, account: CLABE, taxId: 'QUFZ800101AAA', text: `SPEI DE ${NAME}` },
  });
  await prisma().lineId.create({ data: { lineSeq: seq, kind: 'clabe', key: CLABE, value: CLABE, origin: 'field' } });
  await prisma().lineId.create({
    data: { lineSeq: seq, kind: 'clave_rastreo', key: 'R1', value: 'R1', origin: 'field' },
  });
  await prisma().matchedLine.create({ data: { lineSeq: seq, matchId: 1n } });
  await prisma().matchedLeg.create({ data: { legId: `${PAYMENT}#in`, book: 'bank', matchId: 1n } });
}

afterAll(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});

test('a body is stored so that the database cannot read it, and is read, searched and folded as ever', async () => {
  expect(await tablesWith('vellum-lantern-81')).toEqual([]);
  const kept = await tablesWith(NAME);
  expect(kept).toContain('transactions');
  expect(kept).not.toContain('deliveries');
  const { status } = await prisma().transaction.findUniqueOrThrow({ where: { id: PAYMENT } });
  expect(status).toBe('completed');

  const find = `{"payload":{"issuance":{"deposit_sender_name":"${NAME}"}}}`;
  const page = await listDeliveries('clear', { ...NO_DELIVERY_FILTERS, find }, null, 10, 100);
  expect(page.count).toBe(2);
  expect(page.searched).toMatchObject({ count: 4, isCut: false });
  const [row] = page.rows;
  const body = new TextDecoder().decode(row?.body ?? new Uint8Array());
  expect(body).toContain(NAME);
  expect(row).toMatchObject({ sizeBytes: body.length, isErased: false });
  expect(await findUnrecognised('clear', 'vellum-lantern')).toHaveLength(1);
  expect(await verifyChain()).toMatchObject({ checked: 4, broken: null });
});

test('the keys go under another master, and the old one is not needed any more', async () => {
  configured(`${YOUNG},${OLD}`);
  expect(await rotateKeys()).toBe(3);
  expect(await rotateKeys()).toBe(0);
  configured(YOUNG);
  expect((await rebuild()).unrecognisedAfter).toBe(1);
  configured(OLD);
  await expect(rebuild()).rejects.toThrow('BODY_KEYS has no key "young"');
  configured(YOUNG);
});

test.each([
  ['the same person twice', { agreedBy: ANA }, 'Two persons are needed'],
  ['somebody unknown', { agreedBy: 'nobody@desk.test' }, 'nobody@desk.test is no active person'],
  ['no reason', { reason: ' ' }, 'Say why'],
  ['no payment', { transactionIds: [] }, 'Name the payments'],
  ['a payment that is not there', { transactionIds: [PAYMENT, 'juno:issuance:none'] }, 'There is no payment'],
  ['a message that was stored open', { transactionIds: [PAYMENT, OTHER] }, 'before BODY_KEYS was set'],
])('%s erases nothing', async (_what, more, words) => {
  await expect(erase(about(more))).rejects.toThrow(words);
  expect(await prisma().erasure.count()).toBe(0);
  expect(await prisma().deliveryKey.count()).toBe(3);
});

test('the person is nowhere any more, the payment stands, and the chain holds', async () => {
  const before = await prisma().transaction.findUniqueOrThrow({ where: { id: PAYMENT } });
  expect(await erase(about())).toMatchObject({ deliveries: 2, transactions: 1, lines: 1 });
  expect(await tablesWith(NAME)).toEqual([]);
  expect(await tablesWith(CLABE)).toEqual([]);
  expect(await tablesWith('QUFZ800101AAA')).toEqual([]);
  expect((await prisma().lineId.findMany()).map(({ kind }) => kind)).toEqual(['clave_rastreo']);
  const after = await prisma().transaction.findUniqueOrThrow({ where: { id: PAYMENT } });
  expect([after.status, String(after.amount), after.currency]).toEqual([
    before.status,
    String(before.amount),
    before.currency,
  ]);
  expect(await verifyChain()).toMatchObject({ checked: 4, broken: null });
  const [seq] = await prisma().erasure.findMany({ orderBy: { deliverySeq: 'asc' } });
  const delivery = await readDelivery('clear', String(seq?.deliverySeq));
  expect(delivery).toMatchObject({ isErased: true, outcome: 'event' });
  expect(delivery?.body).toHaveLength(0);
  expect((await readBodies('clear', [String(seq?.deliverySeq)], 1_000)).get(String(seq?.deliverySeq))).toBe('erased');
  const [entry] = await prisma().auditEntry.findMany({ where: { action: 'person_erased' } });
  expect(entry).toMatchObject({ actor: ANA, objectId: PAYMENT });
  expect(JSON.stringify(entry?.detail)).toContain(BEA.email);
});

test('a rebuild does not bring it back, and nobody else lost anything', async () => {
  expect(await rebuild()).toMatchObject({ added: 0, removed: 0, changed: 0 });
  expect(await tablesWith(NAME)).toEqual([]);
  expect(await tablesWith('Otra Persona')).toContain('deliveries');
  expect(await erase(about())).toMatchObject({ deliveries: 0 });
});

test('what was erased stays erased', async () => {
  await expect(pool().query('DELETE FROM erasures')).rejects.toThrow('erasures is append-only');
});
