import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import { projectAll } from './project';
import { brlaMint, fixtures, type Message } from './testing';
import { verifyChain } from './verify-chain';

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });

beforeAll(async () => {
  await Promise.all(fixtures().map(arrive));
  await projectAll();
  await Promise.all(Array.from({ length: 600 }, (_, i) => arrive(brlaMint(i))));
  await Promise.all([projectAll(), projectAll(), projectAll()]);
});

afterAll(disconnect);

/** Does what only somebody with the keys to the database could, looks, and undoes it. */
async function tamper(statement: string) {
  const unlocked = (sql: string) =>
    prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRawUnsafe(sql);
    });
  await unlocked('CREATE TABLE kept_d AS TABLE deliveries');
  await unlocked('CREATE TABLE kept_r AS TABLE receipts');
  await unlocked(statement);
  const report = await verifyChain();
  await unlocked('DELETE FROM deliveries; ').then(() => unlocked('INSERT INTO deliveries TABLE kept_d'));
  await unlocked('DELETE FROM receipts').then(() => unlocked('INSERT INTO receipts TABLE kept_r'));
  await unlocked('DROP TABLE kept_d, kept_r');
  return report;
}

test('every delivery that was read is in the chain, also with three workers at once, and the chain holds', async () => {
  const report = await verifyChain();
  expect(report).toMatchObject({ broken: null, unsealed: [], checked: await prisma().delivery.count() });
  expect(report.head).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['a changed body', "UPDATE deliveries SET body = body || '\\x20'::bytea WHERE seq = 40"],
  ['a changed header', `UPDATE deliveries SET headers = '{"x":"y"}' WHERE seq = 40`],
  ['a changed arrival', "UPDATE deliveries SET received_at = received_at + interval '1 ms' WHERE seq = 40"],
  ['a removed delivery', 'DELETE FROM deliveries WHERE seq = 40'],
])('%s is named', async (_, statement) => {
  expect((await tamper(statement)).broken).toMatchObject({ seq: 40n });
});

test('a removed receipt, and one removed together with its delivery, is named', async () => {
  expect((await tamper('DELETE FROM receipts WHERE position = 40')).broken?.reason).toBe('Receipt 40 is missing.');
  const both =
    'WITH gone AS (DELETE FROM receipts WHERE position = 40 RETURNING delivery_seq) DELETE FROM deliveries WHERE seq IN (SELECT delivery_seq FROM gone)';
  expect((await tamper(both)).broken?.reason).toBe('Receipt 40 is missing.');
});

test('a delivery slipped in beside the projector is not covered, and said', async () => {
  const slipped = `INSERT INTO deliveries (provider, environment, origin, received_at, source_address, proof, headers, body, answer_status)
    SELECT provider, environment, origin, received_at, source_address, proof, headers, body, answer_status FROM deliveries WHERE seq = 1`;
  expect((await tamper(slipped)).unsealed).toHaveLength(1);
});

test('afterwards the chain holds again', async () => {
  expect(await verifyChain()).toMatchObject({ broken: null, unsealed: [] });
});
