import Papa from 'papaparse';
import type { AuditEntry } from '@/lib/audit/entry';
import type { Reader } from '@/lib/language/said';
import { FORMULA, NEWLINE } from './csv';
import { type ColumnName, headingLine } from './heading';

/** The log of deeds as files; times are in UTC, hashes in hex, so that the chain can be proven from the file alone. */

const COLUMNS = {
  number: ({ seq }) => String(seq),
  at: ({ at }) => at.toISOString(),
  actor: ({ actor }) => actor,
  action: ({ action }) => action,
  object_kind: ({ objectKind }) => objectKind,
  object_id: ({ objectId }) => objectId,
  address: ({ address }) => address ?? '',
  detail: ({ detail }) => JSON.stringify(detail),
  hash: ({ hash }) => Buffer.from(hash).toString('hex'),
} as const satisfies Partial<Record<ColumnName, (entry: AuditEntry) => string>>;

/** One format's head and its rows. */
export type AuditFormat = {
  readonly type: string;
  readonly head: (reader: Reader) => string;
  readonly rows: (entries: readonly AuditEntry[]) => string;
};

export const AUDIT_FORMATS = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: (reader) => headingLine(COLUMNS, reader) + NEWLINE,
    rows: (entries) =>
      Papa.unparse(
        entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry))),
        { newline: NEWLINE, escapeFormulae: FORMULA },
      ) + NEWLINE,
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    rows: (entries) =>
      entries
        .map((entry) => {
          const cells = Object.entries(COLUMNS).map(([name, cell]) => [name, cell(entry)]);
          return `${JSON.stringify({ ...Object.fromEntries(cells), detail: entry.detail })}\n`;
        })
        .join(''),
  },
} as const satisfies Record<string, AuditFormat>;

export function isAuditFormat(text: unknown): text is keyof typeof AUDIT_FORMATS {
  return typeof text === 'string' && Object.hasOwn(AUDIT_FORMATS, text);
}
