import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { disconnect, pool, prisma } from '@/lib/db';
import { streamedAnswer } from '@/lib/export-file';
import { exportsJob } from '@/lib/export-job';
import { readExportRequest } from '@/lib/export-request';
import { cancelExport, keptPieces, queueExport, readExport } from '@/lib/exports/export.store';
import { keptInEnglish, readerOf } from '@/lib/language/translator';

const NOW = new Date('2026-06-01T12:00:00Z');
const ROWS = 45_000;
const CLABE = '646180157000000004';

beforeAll(async () => {
  await pool().query(
    `INSERT INTO transactions (id, provider, kind, environment, status, amount, currency, external_ref, is_incomplete, occurred_at, updated_at, event_count, state)
     SELECT 'brla:' || i, 'brla', 'mint', 'stage', 'completed', i % 1000, 'BRL', $2, false,
       '2026-01-01'::timestamptz + i * interval '1 minute', now(), 1, '{}' FROM generate_series(1, $1::int) i`,
    [ROWS, CLABE],
  );
});

beforeEach(async () => {
  await prisma().export.deleteMany();
  await prisma().exportChunk.deleteMany();
});

afterAll(async () => {
  await disconnect();
});

const ANA = { sight: 'clear', requestedBy: 'ana@example.test', reader: readerOf('en', 'UTC') } as const;

function asked(address: string) {
  const request = readExportRequest(ANA, 'transactions', new URLSearchParams(address), NOW);
  if ('problems' in request) throw new Error(JSON.stringify(request.problems));
  return request;
}

async function queued(address: string): Promise<string> {
  const id = randomUUID();
  const { order, requestedAt } = asked(address);
  await queueExport({ id, order, requestedAt });
  return id;
}

const run = async (signal = new AbortController().signal) => {
  const report = await exportsJob({ now: new Date(), requestedBy: null, signal });
  return { ...report, summary: keptInEnglish(report.summary) };
};

async function bytesOf(id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of keptPieces(id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Runs the job until a first piece is kept, and stops it there. */
async function interrupted(id: string): Promise<void> {
  const stopping = new AbortController();
  const running = run(stopping.signal);
  while ((await readExport('clear', id))?.rowsWritten === 0) await sleep(2);
  stopping.abort();
  await running;
}

const COLUMNS = 'columns=id,amount,currency,external_ref,occurred_at';

test('a job writes the same file that a stream gives, with its proof', async () => {
  const id = await queued(COLUMNS);
  expect(await run()).toMatchObject({ outcome: 'done', summary: '1 file written.' });
  const bytes = await bytesOf(id);
  const streamed = Buffer.from(await streamedAnswer(asked(COLUMNS)).arrayBuffer());
  expect(bytes.equals(streamed)).toBe(true);
  const record = await readExport('clear', id);
  expect(record).toMatchObject({
    state: 'done',
    rowsExpected: ROWS,
    rowsWritten: ROWS,
    bytes: bytes.length,
    resumes: 0,
  });
  expect(record?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(record?.totals).toEqual([{ currency: 'BRL', direction: 'in', count: ROWS, sum: '22477500' }]);
  expect(record?.keptUntil).toBeInstanceOf(Date);
});

test('a job that broke off goes on where it was', async () => {
  const id = await queued(COLUMNS);
  await interrupted(id);
  const before = await readExport('clear', id);
  expect(before?.state).toBe('running');
  expect(before?.rowsWritten).toBeLessThan(ROWS);
  await run();
  const streamed = Buffer.from(await streamedAnswer(asked(COLUMNS)).arrayBuffer());
  expect((await bytesOf(id)).equals(streamed)).toBe(true);
  expect(await readExport('clear', id)).toMatchObject({ state: 'done', resumes: 1, rowsWritten: ROWS });
});

test('it begins anew where what it had written has changed', async () => {
  const id = await queued(COLUMNS);
  await interrupted(id);
  await pool().query(`UPDATE transactions SET amount = amount + 1 WHERE id = 'brla:${ROWS}'`);
  await run();
  const streamed = Buffer.from(await streamedAnswer(asked(COLUMNS)).arrayBuffer());
  expect((await bytesOf(id)).equals(streamed)).toBe(true);
  expect(await readExport('clear', id)).toMatchObject({ state: 'done', resumes: 1, rowsWritten: ROWS });
});

test('what a job writes later is in the words of whoever asked for it', async () => {
  const id = randomUUID();
  const eva = { ...ANA, reader: readerOf('pt-BR', 'America/Sao_Paulo') };
  const request = readExportRequest(eva, 'transactions', new URLSearchParams('columns=amount,external_ref'), NOW);
  if ('problems' in request) throw new Error('It was not understood.');
  await queueExport({ id, order: request.order, requestedAt: request.requestedAt });
  await run();
  expect((await bytesOf(id)).toString('utf8').split('\r\n')[0]).toBe('Valor,Referência externa');
});

test('an 18-digit CLABE survives a workbook, which begins anew when it was broken off', async () => {
  const id = await queued('format=xlsx&columns=amount,external_ref');
  await interrupted(id);
  await run();
  const sheet = (await readXlsx(new Uint8Array(await bytesOf(id)))).sheets[0];
  expect(sheet?.rows).toHaveLength(ROWS + 1);
  expect(sheet?.rows[1]?.[1]).toBe(CLABE);
  expect(typeof sheet?.rows[1]?.[0]).toBe('number');
});

test('a cancelled file is not made, and nothing of it is kept', async () => {
  const id = await queued(COLUMNS);
  await interrupted(id);
  expect(await cancelExport(id, NOW)).toBe(true);
  expect(await run()).toMatchObject({ summary: '0 files written.' });
  expect(await readExport('clear', id)).toMatchObject({ state: 'cancelled' });
  expect(await bytesOf(id)).toHaveLength(0);
  expect(await cancelExport(id, NOW)).toBe(false);
});

test('the bytes of a file go when its time is over, and its proof stays', async () => {
  const id = await queued(`${COLUMNS}&ref=nothing`);
  await run();
  expect((await bytesOf(id)).toString()).toBe('id,amount,currency,external_ref,occurred_at\r\n');
  await prisma().export.update({ where: { id }, data: { keptUntil: new Date(0) } });
  expect(await run()).toMatchObject({ counts: { removed: 1 } });
  expect(await bytesOf(id)).toHaveLength(0);
  expect(await readExport('clear', id)).toMatchObject({
    state: 'done',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});
