import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { readAcknowledgementTotals } from './events/acknowledgement.store';
import { cleannessOf } from './events/log-import';
import { keepImport, listImports, readLogCoverage } from './events/log-import.store';
import { importAccessLog } from './import-access-log';

/** Every reading of a log leaves a record, so that clean can be told from not looked at. */

beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE false_acknowledgements, access_log_imports RESTART IDENTITY`;
});
afterAll(disconnect);

const DAY_MS = 24 * 3_600_000;
const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour));

/** A JSON line of a proxy, of a day in March. */
const line = (day: number, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ time: at(day).toISOString(), method: 'POST', path: '/api/webhooks/brla', status: 404, ...more });
const page = (day: number) => line(day, { method: 'GET', path: '/', status: 200 });

const imported = (lines: readonly string[], fileName: string | null = 'access.log') =>
  importAccessLog(lines.join('\n'), { importedBy: 'ana@example.com', fileName });
const cleanness = async (now = new Date()) =>
  cleannessOf(await readAcknowledgementTotals(), await readLogCoverage(), now);

test('one record says who imported what, and what was in it', async () => {
  const lines = [page(1), line(2), line(3, { status: 503 }), 'nonsense', ''];
  await imported(lines);
  const text = lines.join('\n');
  const [record, ...others] = await listImports(10);
  expect(others).toEqual([]);
  expect(record).toEqual({
    seq: '1',
    importedAt: expect.any(Date),
    importedBy: 'ana@example.com',
    fileName: 'access.log',
    sha256: createHash('sha256').update(text).digest('hex'),
    sizeBytes: text.length,
    lines: 4,
    webhookRequests: 2,
    paired: 0,
    found: 1,
    alreadyKnown: 0,
    unreadable: 1,
    firstAt: at(1),
    lastAt: at(3),
  });
});

test('the same file twice: the second record has found nothing and knows all, and the ledger is as it was', async () => {
  const log = [line(2), line(3)];
  await imported(log);
  await imported(log);
  const [second, first] = await listImports(10);
  expect(first).toMatchObject({ found: 2, alreadyKnown: 0 });
  expect(second).toMatchObject({ found: 0, alreadyKnown: 2, sha256: first?.sha256 });
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 2 });
});

test('two files that overlap: what both have counts once, and they cover one stretch', async () => {
  await imported([line(2), line(3)], 'access.log.1');
  await imported([line(3), line(4)], 'access.log');
  expect(await listImports(10)).toMatchObject([
    { fileName: 'access.log', found: 1, alreadyKnown: 1 },
    { fileName: 'access.log.1', found: 2, alreadyKnown: 0 },
  ]);
  expect((await readLogCoverage()).stretches).toEqual([{ from: at(2), to: at(4) }]);
});

test('a log without a line about our webhooks is on record, and covers nothing', async () => {
  await imported([page(2), page(3)]);
  expect(await listImports(10)).toMatchObject([
    { lines: 2, webhookRequests: 0, found: 0, firstAt: at(2), lastAt: at(3) },
  ]);
  expect(await readLogCoverage()).toMatchObject({ imports: 1, stretches: [] });
  expect(await cleanness()).toEqual({ state: 'unchecked' });
});

test('before any import nothing is said to be clean', async () => {
  expect(await listImports(10)).toEqual([]);
  expect(await readLogCoverage()).toEqual({ imports: 0, lastImportedAt: null, stretches: [] });
  expect(await cleanness()).toEqual({ state: 'unchecked' });
});

test('a log that is clean is clean since it begins; a lost message moves that to its own time', async () => {
  await imported([page(2), line(3, { status: 503 })]);
  expect(await cleanness(at(4, 0))).toMatchObject({ state: 'checked', since: at(2), until: at(3) });
  await imported([line(3)]);
  expect(await cleanness(at(4, 0))).toMatchObject({ state: 'checked', since: at(3) });
});

test('logs with more than a day between them are two stretches, the newest first', async () => {
  for (const [from, to] of [
    [2, 3],
    [4, 5],
    [9, 11],
    [9, 10],
  ] as const)
    await imported([page(from), line(to, { status: 503 })]);
  expect((await readLogCoverage()).stretches).toEqual([
    { from: at(9), to: at(11) },
    { from: at(2), to: at(5) },
  ]);
  expect(await cleanness(at(12))).toMatchObject({ since: at(9), until: at(11) });
});

test('a proxy whose clock is ahead covers nothing of what is to come', async () => {
  const ahead = new Date(Date.now() + 30 * DAY_MS).toISOString();
  await imported([line(2, { status: 503 }), line(3, { time: ahead, status: 503 })]);
  const { lastImportedAt, stretches } = await readLogCoverage();
  expect(stretches).toEqual([{ from: at(2), to: lastImportedAt }]);
});

test('lines that were pasted have no name; the command line is nobody; a name holds no secret', async () => {
  await imported([line(2)], null);
  await importAccessLog(line(2), { importedBy: null, fileName: 'a\u0000 /api/webhooks/ripio/a-path-secret-of-tests' });
  expect(await listImports(10)).toMatchObject([
    { importedBy: null, fileName: 'a\ufffd /api/webhooks/ripio/[hidden]' },
    { importedBy: 'ana@example.com', fileName: null },
  ]);
});

test('findings without their record are not kept', async () => {
  const record = {
    importedBy: null,
    fileName: null,
    sha256: 'x',
    sizeBytes: 1,
    lines: 2 ** 40, // more than the column holds
    webhookRequests: 1,
    paired: 0,
    unreadable: 0,
    firstAt: null,
    lastAt: null,
  };
  const lost = {
    id: 'a'.repeat(64),
    answeredAt: at(2),
    method: 'POST',
    path: '/api/webhooks/brla',
    status: 404,
    sourceAddress: '203.0.113.7',
    userAgent: null,
    isPassedOn: null,
    line: 'x',
    answeredBy: 'front',
  } as const;
  await expect(keepImport([lost], record)).rejects.toThrow();
  expect(await readAcknowledgementTotals()).toMatchObject({ open: 0 });
  expect(await keepImport([lost], { ...record, lines: 1 })).toBe(1);
});

test('the list is bounded, newest first', async () => {
  for (const day of [2, 3, 4]) await imported([line(day)], `${day}.log`);
  expect((await listImports(2)).map(({ fileName }) => fileName)).toEqual(['4.log', '3.log']);
  expect(await readLogCoverage()).toMatchObject({ imports: 3 });
});
