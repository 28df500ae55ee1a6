import { expect, test } from 'vitest';
import type { AuditEntry } from '@/lib/audit/entry';
import { readerOf } from '@/lib/language/translator';
import { AUDIT_FORMATS, isAuditFormat } from './audit-file';

const READER = readerOf('en', 'UTC');

const entry: AuditEntry = {
  seq: 7n,
  at: new Date('2026-03-01T12:00:00.000Z'),
  actor: '=HYPERLINK("http://evil.example")',
  action: 'note_written',
  objectKind: 'transaction',
  objectId: 'juno:issuance:1',
  address: null,
  detail: { reason: 'a "quoted", text', lines: ['1'] },
  hash: new Uint8Array([1, 255]),
};

test('a file of commas has its head, quotes what needs it, and starts no formula', () => {
  const { head, rows } = AUDIT_FORMATS.csv;
  expect(head(READER)).toBe('number,at,actor,action,object_kind,object_id,address,detail,hash\r\n');
  const [line = ''] = rows([entry]).split('\r\n');
  expect(line).toContain(`"'=HYPERLINK(`);
  expect(line).toContain('2026-03-01T12:00:00.000Z');
  expect(line.endsWith(',01ff')).toBe(true);
});

test('each line of JSON is one entry, its detail as it is', () => {
  const lines = AUDIT_FORMATS.jsonl
    .rows([entry, { ...entry, seq: 8n }])
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line).number)).toEqual(['7', '8']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ actor: entry.actor, detail: entry.detail, hash: '01ff' });
});

test('a format is one of the two', () => {
  expect(['csv', 'jsonl', 'xlsx', 'toString', null].map(isAuditFormat)).toEqual([true, true, false, false, false]);
});
