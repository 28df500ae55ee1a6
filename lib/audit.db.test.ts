import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditDeed } from './audit/entry';
import { record, recordAlone, recordOn } from './audit/store';
import { disconnect, exportPool, prisma } from './db';
import { verifyAudit } from './verify-audit';

const deed = (objectId: string, more: Partial<AuditDeed> = {}): AuditDeed => ({
  actor: 'ana@example.com',
  action: 'rule_changed',
  objectKind: 'rule',
  objectId,
  address: '10.0.0.7',
  detail: { before: { windowDays: 1 }, after: { windowDays: 2 }, note: 'pontos após a vírgula', nothing: undefined },
  ...more,
});

const WRITERS = 20;
const EACH = 5;

beforeAll(async () => {
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = 0; i < EACH; i++) await recordAlone(deed(`${writer}-${i}`));
    }),
  );
});

afterAll(disconnect);

test('twenty writers at once leave no gap, and the chain holds', async () => {
  const entries = await prisma().auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(entries.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: WRITERS * EACH }, (_, i) => i + 1));
  expect(new Set(entries.map(({ objectId }) => objectId)).size).toBe(WRITERS * EACH);
  expect(await verifyAudit()).toMatchObject({ held: { seq: 100n }, last: 100n, flaw: null });
});

test('several deeds of one transaction stand one after the other, by either client, and hold', async () => {
  await prisma().$transaction((tx) => record(tx, deed('a'), deed('b'), deed('c', { address: null })));
  const client = await exportPool().connect();
  await client.query('BEGIN');
  await recordOn(client, deed('d', { detail: { money: '0.10', deep: { list: [1, 'two', null] } } }));
  await client.query('COMMIT');
  client.release();
  expect(await verifyAudit()).toMatchObject({ held: { seq: 104n }, flaw: null });
});

test('what is rolled back was not done', async () => {
  const failing = prisma().$transaction(async (tx) => {
    await record(tx, deed('never'));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await prisma().auditEntry.count({ where: { objectId: 'never' } })).toBe(0);
  await recordAlone(deed('after'));
  expect((await verifyAudit()).flaw).toBeNull();
});

test.each([
  "UPDATE audit_entries SET actor = 'eve@example.com' WHERE seq = 3",
  'DELETE FROM audit_entries WHERE seq = 3',
  'TRUNCATE audit_entries',
])('%s is refused', async (statement) => {
  await expect(prisma().$executeRawUnsafe(statement)).rejects.toThrow();
  expect((await verifyAudit()).flaw).toBeNull();
});

/** Does what only somebody with the keys to the database could, looks, and undoes it. */
async function tamper(statement: string) {
  const unlocked = (sql: string) =>
    prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRawUnsafe(sql);
    });
  await unlocked('CREATE TABLE kept_entries AS TABLE audit_entries');
  await unlocked(statement);
  const report = await verifyAudit();
  await unlocked('DELETE FROM audit_entries');
  await unlocked('INSERT INTO audit_entries TABLE kept_entries');
  await unlocked('DROP TABLE kept_entries');
  return report;
}

test.each([
  ['a changed actor', "UPDATE audit_entries SET actor = 'eve@example.com' WHERE seq = 40", 40n, 'changed'],
  ['a changed detail', `UPDATE audit_entries SET detail = detail || '{"note":"x"}' WHERE seq = 40`, 40n, 'changed'],
  ['a changed time', "UPDATE audit_entries SET at = at + interval '1 ms' WHERE seq = 40", 40n, 'changed'],
  ['a removed address', 'UPDATE audit_entries SET address = NULL WHERE seq = 40', 40n, 'changed'],
  ['a removed row', 'DELETE FROM audit_entries WHERE seq = 40', 40n, 'missing'],
  ['a removed beginning', 'DELETE FROM audit_entries WHERE seq <= 2', 1n, 'missing'],
])('%s shows with its number, though the triggers were off', async (_, statement, seq, what) => {
  const report = await tamper(statement);
  expect(report.flaw).toEqual({ seq, what });
  expect(report.held.seq).toBe(seq - 1n);
  expect((await verifyAudit()).flaw).toBeNull();
});
