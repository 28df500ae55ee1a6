import 'server-only';
import type { PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { recordOn } from '@/lib/audit/store';
import { exportPool, pool } from '@/lib/db';
import type { Said } from '@/lib/language/said';
import { MATCHING_LOCK } from '@/lib/reconciliation/run.store';
import type { BankAccount } from './account';
import { keptLines, type Preview, type PreviewRow, readTallies, type Tallies } from './imported';
import { readOverlaps } from './overlap.store';
import type { Profile } from './profile';
import { readStatement } from './read-statement';
import { CLASS_OF, type Counted, DECIDED, type Staged, stage, tally } from './staging.store';
import { type StatementFile, UnreadableFile } from './statement';

/** Of the two-part advisory locks, those of accounts: what is there already is decided by one import at a time. */
const ACCOUNT_LOCKS = 7_350_020;

/** A file of known content. */
export type HashedFile = StatementFile & { readonly hash: string };

/** An import that stands. */
export type FirstImport = {
  readonly statementId: string;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly tallies: Tallies;
};

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly statementId: string; readonly tallies: Tallies }
  /** This account has the same file already. */
  | ({ readonly outcome: 'same_file' } & FirstImport)
  | { readonly outcome: 'no_lines'; readonly tallies: Tallies }
  | { readonly outcome: 'unreadable'; readonly message: Said };

/** A file, whose it is, and how it shall be read. */
type Reading = { readonly account: BankAccount; readonly file: StatementFile; readonly profile: Profile };
type Order = Reading & { readonly file: HashedFile; readonly by: string; readonly address?: string | null };

const partsOf = ({ file, profile, account }: Reading) => readStatement(file, profile, account.number);

/** Imports a file whole, or nothing of it. At the end the account remembers how it was read. */
export async function importStatement(order: Order): Promise<ImportOutcome> {
  const { account, file, profile } = order;
  return readably(() =>
    inTransaction<ImportOutcome>(
      async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ACCOUNT_LOCKS, account.id]);
        const first = await readFirstImport(account.id, file.hash, client);
        if (first) return { outcome: 'same_file', ...first };
        const staged = await stage(client, partsOf(order), account);
        const counted = await tally(client, account.id);
        const { tallies } = counted;
        if (keptLines(tallies) + tallies.duplicate === 0) return { outcome: 'no_lines', tallies };
        const statementId = await keepStatement(client, order, staged, counted);
        await keepLines(client, account.id, statementId);
        await client.query('UPDATE bank_accounts SET profile = $2 WHERE id = $1', [
          account.id,
          JSON.stringify(profile),
        ]);
        await recordOn(client, importDeed(order, statementId, tallies));
        return { outcome: 'imported', statementId, tallies };
      },
      ({ outcome }) => outcome === 'imported',
    ),
  );
}

/** An import as the log tells it; what the file is called may name somebody. */
function importDeed({ account, file, profile, by, address = null }: Order, statementId: string, tallies: Tallies) {
  return {
    ...({ actor: by, address, action: 'statement_imported', objectKind: 'statement', objectId: statementId } as const),
    detail: { account: account.id, sha256: file.hash, bytes: file.size, format: profile.format, rows: tallies },
  };
}

async function keepStatement(
  client: PoolClient,
  { account, file, profile, by }: Order,
  { head, proof }: Staged,
  { tallies, sums, firstDay, lastDay }: Counted,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO statements (account_id, file_name, file_hash, size_bytes, format, profile, first_day, last_day, opening,
                             closing, tallies, imported_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      account.id,
      file.name,
      file.hash,
      file.size,
      profile.format,
      JSON.stringify(profile),
      head.from ?? firstDay,
      head.to ?? lastDay,
      proof?.opening ?? head.opening,
      proof?.closing ?? head.closing,
      JSON.stringify({ ...tallies, sums }),
      by,
    ],
  );
  return String(rows[0]?.id);
}

async function keepLines(client: PoolClient, accountId: string, statementId: string): Promise<void> {
  await client.query(
    `INSERT INTO lines (seq, statement_id, account_id, place, booked_on, booked_at, value_on, amount, currency, text, name,
                        account, tax_id, bank_reference, balance, kind, fingerprint, occurrence)
     SELECT seq, $2::bigint, $1, place, booked_on, booked_at, value_on, amount, currency, text, name,
            account, tax_id, bank_reference, balance, kind, fingerprint, occurrence
     FROM (${DECIDED}) d WHERE fingerprint IS NOT NULL AND known_seq IS NULL ORDER BY ordinal`,
    [accountId, statementId],
  );
  await client.query(`
    INSERT INTO line_ids (line_seq, kind, key, value, origin)
    SELECT s.seq, i.kind, i.key, i.value, i."from"
    FROM staged s JOIN lines l ON l.seq = s.seq,
         json_to_recordset(s.ids) AS i(kind text, key text, value text, "from" text)
    ON CONFLICT DO NOTHING`);
}

/** Where the same bytes were imported for the account before; `null` where they were not, or that was undone. */
export async function readFirstImport(
  accountId: string,
  hash: string,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<FirstImport | null> {
  const { rows } = await client.query<FirstImport & { tallies: unknown }>(
    `SELECT id::text AS "statementId", imported_at AS "importedAt", imported_by AS "importedBy", tallies
     FROM statements WHERE account_id = $1 AND file_hash = $2 AND undone_at IS NULL`,
    [accountId, hash],
  );
  return rows[0] ? { ...rows[0], tallies: readTallies(rows[0].tallies).tallies } : null;
}

export type UndoOutcome =
  | 'undone'
  | 'not_found'
  | 'already_undone'
  /** A line of it is matched. */
  | 'matched'
  /** A later file counted lines of this one as duplicates: without them they would be nowhere. */
  | { readonly leanedOnBy: string };

/** Takes an import back: its lines go, its row stays and says who took it back. */
export async function undoImport(
  id: string,
  by: string,
  now: Date,
  address: string | null = null,
): Promise<UndoOutcome> {
  if (!/^\d{1,18}$/.test(id)) return 'not_found';
  return inTransaction<UndoOutcome>(
    async (client) => {
      const { rows } = await client.query<{ account_id: string; undone_at: Date | null }>(
        'SELECT account_id, undone_at FROM statements WHERE id = $1',
        [id],
      );
      const [statement] = rows;
      if (!statement) return 'not_found';
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ACCOUNT_LOCKS, statement.account_id]);
      // So that nothing matches a line while it goes.
      await client.query('SELECT pg_advisory_xact_lock($1)', [MATCHING_LOCK]);
      const judged = await client.query<{ undone: boolean; matched: boolean; leaning: string | null }>(UNDO_QUESTIONS, [
        id,
      ]);
      const [{ undone, matched, leaning } = { undone: true, matched: false, leaning: null }] = judged.rows;
      if (undone) return 'already_undone';
      if (matched) return 'matched';
      if (leaning !== null) return { leanedOnBy: leaning };
      await client.query('DELETE FROM line_ids WHERE line_seq IN (SELECT seq FROM lines WHERE statement_id = $1)', [
        id,
      ]);
      await client.query('DELETE FROM lines WHERE statement_id = $1', [id]);
      await client.query('UPDATE statements SET undone_by = $2, undone_at = $3 WHERE id = $1', [id, by, now]);
      await recordOn(client, {
        ...{ actor: by, address, action: 'statement_undone', objectKind: 'statement', objectId: id },
        detail: { account: statement.account_id },
      });
      return 'undone';
    },
    (outcome) => outcome === 'undone',
  );
}

const UNDO_QUESTIONS = `
  SELECT s.undone_at IS NOT NULL AS undone,
         EXISTS (SELECT FROM lines l JOIN matched_lines m ON m.line_seq = l.seq WHERE l.statement_id = s.id) AS matched,
         (SELECT later.id::text FROM statements later
          WHERE later.account_id = s.account_id AND later.id > s.id AND later.undone_at IS NULL
            AND (later.tallies->>'duplicate')::bigint > 0
            AND later.first_day <= s.last_day AND later.last_day >= s.first_day
          ORDER BY later.id DESC LIMIT 1) AS leaning
  FROM statements s WHERE s.id = $1`;

/** Reads a file as an import would, by the same decisions, and keeps nothing. The first `limit` rows come with it. */
export async function previewStatement(
  reading: Reading,
  limit: number,
): Promise<{ readonly outcome: 'read'; readonly preview: Preview } | Unreadable> {
  const { account } = reading;
  return readably(() =>
    inTransaction(
      async (client) => {
        const staged = await stage(client, partsOf(reading), account);
        const { tallies, sums } = await tally(client, account.id);
        const first = (what: string) =>
          client.query<PreviewRow>(`${SHOWN_ROWS} ${what} ORDER BY d.ordinal LIMIT $2`, [account.id, limit]);
        const { rows } = await first('');
        const { rows: unreadable } = await first("WHERE d.kind = 'unreadable'");
        const overlaps = await readOverlaps(client, account.id);
        return { outcome: 'read', preview: { rows, unreadable, tallies, sums, overlaps, ...staged } } as const;
      },
      () => false,
    ),
  );
}

/** Every row of a file with what would become of it, some at a time. Throws `UnreadableFile`. */
export async function* classifyStatement(reading: Reading, size: number): AsyncGenerator<readonly PreviewRow[]> {
  const { account } = reading;
  const client = await exportPool().connect();
  try {
    await client.query('BEGIN');
    await stage(client, partsOf(reading), account);
    const cursor = client.query(new Cursor<PreviewRow>(`${SHOWN_ROWS} ORDER BY d.ordinal`, [account.id]));
    try {
      for (let rows = await cursor.read(size); rows.length > 0; rows = await cursor.read(size)) yield rows;
    } finally {
      await cursor.close();
    }
  } finally {
    await end(client, 'ROLLBACK');
  }
}

const SHOWN_ROWS = `
  SELECT d.place, ${CLASS_OF} AS "rowClass", CASE WHEN d.kind IN ('unreadable', 'note') THEN NULL ELSE d.kind END AS kind,
         d.booked_on::text AS "bookedOn", d.amount::text AS amount, d.currency, d.text, d.name, d.account,
         d.tax_id AS "taxId", d.bank_reference AS "bankReference", d.balance::text AS balance,
         coalesce(d.ids, '[]') AS ids, d.reason,
         CASE WHEN d.known_seq IS NOT NULL THEN
           json_build_object('statementId', d.known_statement::text, 'place', d.known_place, 'fileName',
                             (SELECT file_name FROM statements WHERE id = d.known_statement)) END AS "duplicateOf"
  FROM (${DECIDED}) d`;

type Unreadable = { readonly outcome: 'unreadable'; readonly message: Said };

async function readably<T>(work: () => Promise<T>): Promise<T | Unreadable> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableFile) return { outcome: 'unreadable', message: error.said };
    throw error;
  }
}

/** On a connection apart, so that a long file keeps nobody waiting. What is not to be kept is rolled back. */
async function inTransaction<T>(work: (client: PoolClient) => Promise<T>, isKept: (result: T) => boolean): Promise<T> {
  const client = await exportPool().connect();
  let ending = 'ROLLBACK';
  try {
    await client.query('BEGIN');
    const result = await work(client);
    if (isKept(result)) {
      await client.query('COMMIT');
      ending = '';
    }
    return result;
  } finally {
    await end(client, ending);
  }
}

/** A connection on which not even that works is closed. */
async function end(client: PoolClient, statement: string): Promise<void> {
  const isClean = await client.query(statement).then(
    () => true,
    () => false,
  );
  client.release(!isClean);
}
