import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnect, pool, prisma } from '@/lib/db';
import { orderFile, streamedAnswer } from '@/lib/export-file';
import { exportLists } from '@/lib/export-lists';
import { type Asker, type ExportRequest, readExportRequest } from '@/lib/export-request';
import { areSame } from '@/lib/exports/control-totals';
import { type ControlTotal, EXPORT_LISTS, type ExportListName } from '@/lib/exports/export';
import { readExport } from '@/lib/exports/export.store';
import { FORMAT_NAMES } from '@/lib/exports/file-format';
import { columnsOnScreen } from '@/lib/exports/transaction-columns';
import { admit } from '@/lib/ingest';
import { keptInEnglish, readerOf } from '@/lib/language/translator';
import { add } from '@/lib/money';
import { projectAll } from '@/lib/project';
import { brlaMint, fixtures, type Message } from '@/lib/testing';
import { readListQuery } from '@/lib/transactions/filters';
import { readPageWithTotals } from '@/lib/transactions/list.store';

beforeAll(async () => {
  const hostile = brlaMint(99, 'QUEUED', { externalId: '=HYPERLINK("http://x.example")' });
  await Promise.all([...fixtures(), ...Array.from({ length: 30 }, (_, i) => brlaMint(i)), hostile].map(arrive));
  await projectAll();
});

afterAll(async () => {
  await disconnect();
});

const NOW = new Date('2026-06-01T12:00:00Z');
const VIEWER = { id: 'u', name: 'Ana', email: 'ana@example.test' };
const ANA: Asker = { sight: 'clear', requestedBy: VIEWER.email, reader: readerOf('en', 'UTC') };
const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });

function asked(list: ExportListName, address: string, asker = ANA): ExportRequest {
  const request = readExportRequest(asker, list, new URLSearchParams(address), NOW);
  if ('problems' in request) throw new Error(JSON.stringify(request.problems));
  return request;
}

async function file(list: ExportListName, address: string, asker = ANA) {
  const answer = streamedAnswer(asked(list, address, asker));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const record = await readExport('clear', answer.headers.get('x-export-id') ?? '');
  if (!record) throw new Error('The file is not in the book.');
  return { bytes, record, answer };
}

const table = (bytes: Uint8Array) =>
  Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data;

/** The control totals of a file that somebody reads again. */
function totalsOf(rows: readonly Record<string, string>[]): ControlTotal[] {
  const sums = new Map<string, ControlTotal>();
  const count = (currency: string, amount: string, direction: 'in' | 'out') => {
    const known = sums.get(direction + currency) ?? { currency: currency || null, direction, count: 0, sum: null };
    const sum = amount ? add(known.sum ?? '0', amount) : known.sum;
    sums.set(direction + currency, { ...known, count: known.count + 1, sum });
  };
  for (const row of rows) {
    count(row.currency ?? '', row.amount ?? '', 'in');
    if (row.amount_out) count(row.currency_out ?? '', row.amount_out, 'out');
  }
  return [...sums.values()];
}

test('a file is the list: the same rows in the same order, and what is read again adds up to its manifest', async () => {
  for (const sort of ['-occurred_at', 'amount']) {
    const { bytes, record, answer } = await file('transactions', `sort=${sort}`);
    const rows = table(bytes);
    const { page } = await readPageWithTotals(
      'clear',
      readListQuery(new URLSearchParams(`sort=${sort}&limit=200`)).query,
      NOW,
    );
    if ('message' in page) throw new Error(page.message.key);
    expect(rows.map(({ id }) => id)).toEqual(page.rows.map(({ transaction }) => transaction.id));
    expect(record).toMatchObject({ state: 'done', rowsWritten: rows.length, bytes: bytes.length, isStreamed: true });
    expect(record.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(areSame(record.totals, totalsOf(rows))).toBe(true);
    expect(record.mark).toBe(page.mark);
    expect(keptInEnglish(record.filterWords)).toBe('All transactions.');
    expect(record.requestedBy).toBe('ana@example.test');
    expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="concilia-transactions-2026-06-01.csv"',
    );
  }
});

test('a file has the columns of the screen, in its order', async () => {
  const { bytes, record } = await file(
    'transactions',
    `columns=${columnsOnScreen(['status', 'amount', 'tools', 'external_ref'])}&provider=brla`,
  );
  expect(record.columns).toEqual(['status', 'provider_status', 'amount', 'currency', 'external_ref']);
  const rows = table(bytes);
  expect(Object.keys(rows[0] ?? {})).toEqual(record.columns);
  expect(rows.map(({ external_ref }) => external_ref)).toContain('\'=HYPERLINK("http://x.example")');
});

test.each(Object.keys(EXPORT_LISTS) as ExportListName[])(
  '%s can be had in every format, with every column',
  async (list) => {
    for (const format of FORMAT_NAMES) {
      const { record } = await file(list, `format=${format}`);
      expect(record).toMatchObject({ state: 'done', failure: null });
      expect(record.columns).toEqual(exportLists[list].columns.map(({ name }) => name));
      expect(
        record.totals.reduce(
          (sum, { direction, count }) => sum + (list === 'transactions' && direction === 'out' ? 0 : count),
          0,
        ),
      ).toBe(record.rowsWritten);
    }
  },
);

test('a file speaks the language of whoever asked for it, and JSON that of programs', async () => {
  const eva = { ...ANA, reader: readerOf('es', 'America/Argentina/Buenos_Aires') };
  const { bytes, record } = await file('transactions', 'columns=id,amount,reconciliation&provider=brla', eva);
  expect(Object.keys(table(bytes)[0] ?? {})).toEqual(['Id', 'Importe', 'Conciliación']);
  expect(record).toMatchObject({ language: 'es-AR', columns: ['id', 'amount', 'reconciliation'] });
  const book = await readXlsx((await file('lines', 'format=xlsx&columns=line,booked_on', eva)).bytes);
  expect(book.sheets[0]?.name).toBe('Renglones del banco');
  expect(book.sheets[0]?.rows[0]).toEqual(['Renglón', 'Fecha contable']);
  const json = await file('transactions', 'format=jsonl&columns=id,amount&provider=brla', eva);
  const [line = ''] = new TextDecoder().decode(json.bytes).split('\n');
  expect(Object.keys(JSON.parse(line))).toEqual(['id', 'amount']);
  expect(readExportRequest(eva, 'transactions', new URLSearchParams('format=pdf'), NOW)).toMatchObject({
    problems: [{ parameter: 'format', message: '"pdf" no es uno de csv, csv_protected, xlsx, jsonl.' }],
  });
});

test('a parameter, format, preset or column that is not understood refuses the whole file', () => {
  for (const address of ['colour=red', 'format=pdf', 'preset=peru', 'columns=amount,secret'])
    expect(readExportRequest(ANA, 'transactions', new URLSearchParams(address), NOW)).toHaveProperty('problems');
});

test('a file is the same whichever way its rows are read, also where a text has the mark that parts them', async () => {
  await pool().query(`
    INSERT INTO transactions (id, provider, kind, environment, status, is_incomplete, occurred_at, updated_at, event_count, external_ref, state)
    SELECT 'brla:joint-' || i, 'brla', 'mint', 'stage', 'completed', false, '2020-01-01'::timestamptz + i * interval '1 second', now(), 1,
      CASE i WHEN 2500 THEN U&'a\\001Fb' WHEN 700 THEN '=1,"2"' || chr(10) ELSE 'ref-' || i END, '{}'
    FROM generate_series(1, 5000) i`);
  const address = 'sort=occurred_at&columns=id,external_ref,amount,status&id=brla:joint-*';
  const read = table((await file('transactions', address)).bytes);
  // A fact from beside the payment makes all of its cells come one by one.
  const beside = table((await file('transactions', `${address.replace('status', 'status,assignee')}`)).bytes);
  expect(read).toEqual(beside.map(({ assignee: _, ...row }) => row));
  expect(read).toHaveLength(5_000);
  expect(
    read.filter(({ external_ref }) => !/^ref-\d+$/.test(external_ref ?? '')).map((row) => row.external_ref),
  ).toEqual([`'=1,"2"\n`, 'a\u001fb']);
});

test('what is written into a filter stays text', async () => {
  for (const text of ["'; DROP TABLE exports; --", '%', '\\', '$1']) {
    const { record } = await file('transactions', new URLSearchParams({ ref: text }).toString());
    expect(record).toMatchObject({ state: 'done', rowsWritten: 0 });
  }
});

test('a download that is broken off frees its database connection, and the book says so', async () => {
  await pool().query(`
    INSERT INTO transactions (id, provider, kind, environment, status, is_incomplete, occurred_at, updated_at, event_count, state)
    SELECT 'brla:many-' || i, 'brla', 'mint', 'production', 'completed', false, now(), now(), 1, '{}' FROM generate_series(1, 20000) i`);
  const answer = streamedAnswer(asked('transactions', 'environment=production&columns=id,status'));
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.read();
  const readers = async () => {
    const { rowCount } = await pool().query(
      `SELECT 1 FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid() AND query LIKE '%transactions t%'`,
    );
    return rowCount;
  };
  expect(await readers()).toBe(1);
  await reader?.cancel();
  expect(await readers()).toBe(0);
  const record = await readExport('clear', answer.headers.get('x-export-id') ?? '');
  expect(record).toMatchObject({ state: 'failed', sha256: null });
  expect(keptInEnglish(record?.failure ?? '')).toBe('The download was broken off.');
});

test('an answer that nobody reads opens nothing', async () => {
  const answer = streamedAnswer(asked('transactions', ''));
  expect(await readExport('clear', answer.headers.get('x-export-id') ?? '')).toBeNull();
});

test('below fifty thousand rows a file is streamed, from there on a job is asked for', async () => {
  expect(await orderFile(asked('transactions', 'environment=production'), VIEWER.email)).toEqual({ outcome: 'stream' });
  await pool().query(`
    INSERT INTO transactions (id, provider, kind, environment, status, is_incomplete, occurred_at, updated_at, event_count, state)
    SELECT 'brla:more-' || i, 'brla', 'mint', 'production', 'completed', false, now(), now(), 1, '{}' FROM generate_series(1, 30000) i`);
  const ordered = await orderFile(asked('transactions', 'environment=production'), VIEWER.email);
  expect(ordered.outcome).toBe('queued');
  expect(await prisma().export.count({ where: { state: 'queued', isStreamed: false } })).toBe(1);
});
