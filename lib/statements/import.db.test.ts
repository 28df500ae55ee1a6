import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { inEnglish } from '@/lib/language/translator';
import { proposeProfile } from '@/lib/propose-profile';
import type { BankAccount } from './account';
import { createAccount, readAccount } from './account.store';
import { classifyStatement, type HashedFile, importStatement, previewStatement, undoImport } from './import.store';
import { keptLines, type PreviewRow, rowsOf } from './imported';
import { type Profile, profileSchema } from './profile';
import { listLines, listStatements } from './statement-list.store';

/** What the bank says, into the store: whole or not at all, and never twice. */

beforeEach(async () => {
  await prisma().$executeRaw`
    TRUNCATE bank_accounts, statements, lines, line_ids, matches, matched_lines RESTART IDENTITY`;
});
afterAll(disconnect);

const BY = 'ana@example.com';
const NOW = new Date('2026-03-02T12:00:00Z');
const ALL = { kind: null, matched: null } as const;

const account = async (name = 'BBVA', zone: BankAccount['zone'] = 'America/Mexico_City', currency = 'MXN') =>
  (await createAccount({ name, rail: 'spei', bank: null, number: null, currency, zone }, BY)) as BankAccount;

function fileOf(text: string | Uint8Array, name = 'statement.csv'): HashedFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    size: bytes.byteLength,
    hash: createHash('sha256').update(bytes).digest('hex'),
    open: async function* () {
      yield bytes;
    },
  };
}

const fixture = (name: string) =>
  fileOf(new Uint8Array(readFileSync(path.join(import.meta.dirname, 'fixtures', name))), name);

const PLAIN = profileSchema.parse({
  format: 'csv',
  zone: 'America/Mexico_City',
  dateOrder: 'ymd',
  columns: { date: 'day', amount: 'amount', reference: 'ref', balance: 'balance', text: ['text'] },
  balanceTexts: ['saldo'],
  feeTexts: ['comision'],
  taxTexts: ['iva'],
});
const HEAD = 'day,text,ref,amount,balance';
const csv = (...rows: readonly string[]) => [HEAD, ...rows].join('\n');
const MARCH = ['2026-03-01,PAGO UNO,A1,100.00,', '2026-03-01,PAGO DOS,A2,-40.50,', '2026-03-02,PAGO TRES,A3,7.25,'];

const importing = async (into: BankAccount, text: string, profile: Profile = PLAIN) =>
  importStatement({ account: into, file: fileOf(text), profile, by: BY });
const imported = async (into: BankAccount, text: string, profile?: Profile) => {
  const outcome = await importing(into, text, profile);
  if (outcome.outcome !== 'imported') throw new Error(`not imported: ${JSON.stringify(outcome)}`);
  return outcome;
};
const counts = async () => ({
  statements: await prisma().statement.count(),
  lines: await prisma().line.count(),
  ids: await prisma().lineId.count(),
});

test.each([
  ['mx-bbva.csv', 'America/Mexico_City', 'MXN'],
  ['br-nubank.csv', 'America/Sao_Paulo', 'BRL'],
  ['ar-generic.csv', 'America/Argentina/Buenos_Aires', 'ARS'],
  ['sgml.ofx', 'America/Sao_Paulo', 'BRL'],
  ['camt053-08.xml', 'America/Mexico_City', 'MXN'],
] as const)('%s is kept as it was previewed, and its rows add up to the file', async (name, zone, currency) => {
  const into = await account(name, zone, currency);
  const file = fixture(name);
  const { profile } = await proposeProfile(file, into);
  if (!profile) throw new Error('not recognised');
  const read = await previewStatement({ account: into, file, profile }, 200);
  if (read.outcome !== 'read') throw new Error(inEnglish(read.message));
  expect(rowsOf(read.preview.tallies)).toBe(read.preview.rows.length);
  const outcome = await importStatement({ account: into, file, profile, by: BY });
  expect(outcome).toMatchObject({ outcome: 'imported', tallies: read.preview.tallies });
  expect(keptLines(read.preview.tallies)).toBeGreaterThan(0);
  expect(await prisma().line.count()).toBe(keptLines(read.preview.tallies));
  const [statement] = await listStatements('clear', into.id, null, 10);
  expect(statement).toMatchObject({ tallies: read.preview.tallies, fileHash: file.hash, importedBy: BY, matched: 0 });
  expect((await readAccount(into.id))?.profile).toEqual(profile);
});

test('the same file is refused for the account that has it, and taken by another', async () => {
  const [one, other] = [await account('one'), await account('other')];
  const { statementId, tallies } = await imported(one, csv(...MARCH));
  const again = await importing(one, csv(...MARCH));
  expect(again).toMatchObject({ outcome: 'same_file', statementId, importedBy: BY, tallies });
  expect((await imported(other, csv(...MARCH))).tallies.accepted).toBe(3);
  expect(await counts()).toMatchObject({ statements: 2, lines: 6 });
});

test('of a file that overlaps an earlier one only what is new is kept, and the preview names what it repeats', async () => {
  const into = await account();
  const first = await imported(into, csv(...MARCH.slice(0, 2)));
  const read = await previewStatement({ account: into, file: fileOf(csv(...MARCH)), profile: PLAIN }, 200);
  const rows: readonly PreviewRow[] = read.outcome === 'read' ? read.preview.rows : [];
  expect(rows.map(({ rowClass }) => rowClass)).toEqual(['note', 'duplicate', 'duplicate', 'accepted']);
  expect(rows[1]?.duplicateOf).toMatchObject({ statementId: first.statementId, fileName: 'statement.csv' });
  const { tallies } = await imported(into, csv(...MARCH));
  expect(tallies).toMatchObject({ accepted: 1, duplicate: 2, note: 1 });
  expect((await counts()).lines).toBe(3);
});

test('two equal payments of a day are two, also when a later file has both and a third', async () => {
  const into = await account();
  const twin = '2026-03-01,PAGO IGUAL,,50.00,';
  expect((await imported(into, csv(twin, twin))).tallies.accepted).toBe(2);
  expect((await imported(into, csv(twin, twin, twin))).tallies).toMatchObject({ accepted: 1, duplicate: 2 });
  const occurrences = await prisma().line.findMany({ orderBy: { seq: 'asc' } });
  expect(occurrences.map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
});

test('the same payments in another layout are kept as their own lines, and the preview names the statement they are like', async () => {
  const into = await account();
  const first = await imported(into, csv(...MARCH));
  const row = (day: string, amount: string, id: string) =>
    `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<MEMO>${id}</STMTTRN>`;
  const rows = [
    row('20260301', '100.00', 'F1'),
    row('20260301', '100.00', 'F2'),
    row('20260301', '-40.50', 'F3'),
    row('20260302', '7.26', 'F4'),
  ];
  const ofx = `<OFX><STMTRS><CURDEF>MXN<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>${rows.join('')}</BANKTRANLIST></STMTRS></OFX>`;
  const reading = (account: BankAccount) => ({
    account,
    file: fileOf(ofx, 'march.ofx'),
    profile: profileSchema.parse({ format: 'ofx', zone: account.zone }),
  });
  const read = await previewStatement(reading(into), 10);
  expect(read).toMatchObject({
    outcome: 'read',
    preview: {
      tallies: { accepted: 4, duplicate: 0 },
      // Two of 100.00 are held against the one there is.
      overlaps: [{ statementId: first.statementId, fileName: 'statement.csv', format: 'csv', lines: 2 }],
    },
  });
  expect(await previewStatement(reading(await account('other')), 10)).toMatchObject({ preview: { overlaps: [] } });
  const { tallies } = await imported(into, ofx, reading(into).profile);
  expect(tallies).toMatchObject({ accepted: 4 });
  expect((await counts()).lines).toBe(7);
});

test('what a file repeats to the last sign is a duplicate and not merely like a line', async () => {
  const into = await account();
  await imported(into, csv(...MARCH));
  const later = csv(...MARCH, '2026-03-02,PAGO CUATRO,A4,7.25,');
  const read = await previewStatement({ account: into, file: fileOf(later), profile: PLAIN }, 10);
  expect(read).toMatchObject({ preview: { tallies: { accepted: 1, duplicate: 3 }, overlaps: [] } });
});

test('opening and movements make the closing balance, and what is missing is told to the last digit', async () => {
  const into = await account();
  const rows = [
    '2026-03-01,Saldo inicial,,,1000.00',
    '2026-03-01,PAGO,A1,100.00,1100.00',
    '2026-03-02,COMISION,,-5.10,1094.90',
  ];
  const whole = await imported(into, csv(...rows));
  expect(whole.tallies).toMatchObject({ accepted: 1, fee: 1, balance: 1 });
  const [statement] = await listStatements('clear', into.id, null, 1);
  expect(statement?.balances).toMatchObject({
    opening: '1000',
    movements: '94.90',
    closing: '1094.9',
    difference: '0.00',
  });
  const broken = [...rows, '2026-03-03,PAGO,A9,10.00,1104.89'];
  const read = await previewStatement({ account: into, file: fileOf(csv(...broken)), profile: PLAIN }, 10);
  expect(read).toMatchObject({ outcome: 'read', preview: { proof: { difference: '0.01' } } });
});

test('an import is undone whole, and its file may come again', async () => {
  const into = await account();
  const { statementId } = await imported(into, csv(...MARCH));
  expect(await undoImport(statementId, BY, NOW)).toBe('undone');
  expect(await counts()).toEqual({ statements: 1, lines: 0, ids: 0 });
  const [undone] = await listStatements('clear', into.id, null, 10);
  expect(undone).toMatchObject({ undoneBy: BY, undoneAt: NOW });
  expect(await undoImport(statementId, BY, NOW)).toBe('already_undone');
  expect((await imported(into, csv(...MARCH))).tallies.accepted).toBe(3);
});

test('once a line is matched its import cannot be undone', async () => {
  const into = await account();
  const { statementId } = await imported(into, csv(...MARCH));
  const [line] = await listLines('clear', statementId, ALL, null, 1);
  const data = { pass: 0, rule: 'person', ruleVersion: 1, evidence: {}, remainder: '0' };
  const match = await prisma().match.create({ data });
  await prisma().$executeRaw`INSERT INTO matched_lines VALUES (${BigInt(line?.seq ?? 0)}, ${match.id})`;
  expect(await undoImport(statementId, BY, NOW)).toBe('matched');
  expect((await counts()).lines).toBe(3);
  expect(await listStatements('clear', into.id, null, 1)).toMatchObject([{ payments: 3, matched: 1 }]);
});

test('an import that a later one counts on is undone after that one', async () => {
  const into = await account();
  const first = await imported(into, csv(...MARCH.slice(0, 2)));
  const later = await imported(into, csv(...MARCH));
  expect(await undoImport(first.statementId, BY, NOW)).toEqual({ leanedOnBy: later.statementId });
  expect(await undoImport(later.statementId, BY, NOW)).toBe('undone');
  expect(await undoImport(first.statementId, BY, NOW)).toBe('undone');
});

test('a file that breaks half-way leaves nothing, and says where', async () => {
  const into = await account();
  const many = Array.from({ length: 4_500 }, (_, i) => `2026-03-01,PAGO ${i},R${i},1.00,`);
  const file: HashedFile = {
    ...fileOf('never the whole of it'),
    open: async function* () {
      yield new TextEncoder().encode(`${csv(...many)}\n`);
      yield new TextEncoder().encode('2026-03-02,"a quote that is never closed,R,1.00,\n');
    },
  };
  const outcome = await importStatement({ account: into, file, profile: PLAIN, by: BY });
  expect(outcome.outcome === 'unreadable' && inEnglish(outcome.message)).toMatch(/\d/);
  const failing: HashedFile = {
    ...file,
    open: async function* () {
      yield new TextEncoder().encode(`${csv(...many)}\n`);
      throw new Error('the disk is gone');
    },
  };
  await expect(importStatement({ account: into, file: failing, profile: PLAIN, by: BY })).rejects.toThrow('the disk');
  expect(await counts()).toEqual({ statements: 0, lines: 0, ids: 0 });
  expect((await readAccount(into.id))?.profile).toBeNull();
});

test('a file without a line is not imported', async () => {
  expect(await importing(await account(), csv())).toMatchObject({ outcome: 'no_lines' });
});

test('what stands in a line is kept with the ids that were found in it, and read again in the order of the file', async () => {
  const into = await account();
  const e2e = 'E12345678202603011200AbCdEfGhIjK';
  const { statementId } = await imported(into, csv(`2026-03-01,PIX ${e2e},A1,10.00,`, ...MARCH));
  const lines = await listLines('clear', statementId, ALL, null, 2);
  expect(lines).toHaveLength(2);
  expect(lines[0]?.ids).toMatchObject([{ kind: 'e2e', value: e2e, from: 'text' }]);
  const rest = await listLines('clear', statementId, ALL, lines[1]?.seq ?? null, 10);
  expect([...lines, ...rest].map(({ amount }) => amount)).toEqual(['10.00', '100.00', '-40.50', '7.25']);
  expect(await listLines('clear', statementId, { kind: 'fee', matched: null }, null, 10)).toEqual([]);
});

test('days that no statement covers are counted', async () => {
  const into = await account();
  await imported(into, csv('2026-03-01,PAGO,A1,1.00,', '2026-03-03,PAGO,A2,1.00,'));
  await imported(into, csv('2026-03-07,PAGO,A3,1.00,'));
  const gaps = (await listStatements('clear', into.id, null, 10)).map(({ firstDay, gapDays }) => [firstDay, gapDays]);
  expect(gaps).toEqual([
    ['2026-03-07', 3],
    ['2026-03-01', 0],
  ]);
});

test('fifty thousand lines are imported, and every row of the file can be asked for', async () => {
  const into = await account();
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `2026-03-${String((i % 28) + 1).padStart(2, '0')},PAGO ${i},R${i},1.00,`,
  );
  const { tallies } = await imported(into, csv(...rows));
  expect(tallies).toMatchObject({ accepted: 50_000, note: 1 });
  let duplicates = 0;
  const reading = { account: into, file: fileOf(csv(...rows, '2026-03-01,PAGO,NEW,1.00,')), profile: PLAIN };
  for await (const chunk of classifyStatement(reading, 2_000))
    duplicates += chunk.filter(({ rowClass }) => rowClass === 'duplicate').length;
  expect(duplicates).toBe(50_000);
});
