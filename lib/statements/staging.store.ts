import 'server-only';
import type { PoolClient } from 'pg';
import { sqlState } from '@/lib/db';
import { type Said, said } from '@/lib/language/said';
import type { BankAccount } from './account';
import { BalanceProof, type Proof } from './balance-proof';
import { fingerprintOf } from './fingerprint';
import { NO_TALLIES, type RowClass, type Sum, type Tallies } from './imported';
import { placeWords } from './place';
import { type StatementHead, type StatementLine, type StatementPart, UnreadableFile } from './statement';

/**
 * Every row of a file in a table of its own, gone with the database transaction: what is previewed and what is imported
 * come from the same rows by the same decision. A file of a million lines is never in memory.
 */

const CHUNK_ROWS = 2_000;

const NO_HEAD: StatementHead = {
  account: null,
  bank: null,
  currency: null,
  from: null,
  to: null,
  opening: null,
  closing: null,
};

const COLUMNS = `ordinal int, place text, kind text, booked_on date, booked_at timestamptz, value_on date, amount numeric,
  currency text, text text, name text, account text, tax_id text, bank_reference text, balance numeric, fingerprint text,
  reason json, ids json`;
const NAMES = COLUMNS.split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ');

/**
 * The rows with what the account has already: `known` is the stored line that a row repeats. The n-th of equal rows of
 * a file is the n-th of equal lines of the account, so that two equal payments of a day are two, also after a file that
 * had both. `$1` is the account.
 */
export const DECIDED = `
  SELECT s.*, known.seq AS known_seq, known.statement_id AS known_statement, known.place AS known_place
  FROM (
    SELECT *, CASE WHEN fingerprint IS NOT NULL
                   THEN row_number() OVER (PARTITION BY fingerprint ORDER BY ordinal) END AS occurrence
    FROM staged
  ) s
  LEFT JOIN lines known ON known.account_id = $1 AND known.fingerprint = s.fingerprint AND known.occurrence = s.occurrence`;

/** What a row is to the import, of a decided one. A balance row moves nothing and is not kept, so it repeats nothing. */
export const CLASS_OF = `CASE WHEN known_seq IS NOT NULL THEN 'duplicate' WHEN kind = 'payment' THEN 'accepted' ELSE kind END`;

/** What a file says about itself, and whether its balances add up. */
export type Staged = {
  readonly head: StatementHead;
  readonly proof: Proof | null;
  readonly firstBreak: string | null;
};

/** Puts a file's rows there, in a transaction that is open. Throws `UnreadableFile` with the place. */
export async function stage(
  client: PoolClient,
  parts: AsyncIterable<StatementPart>,
  account: Pick<BankAccount, 'id' | 'currency'>,
): Promise<Staged> {
  await client.query(`
    CREATE TEMP TABLE staged (seq bigint NOT NULL DEFAULT nextval('lines_seq_seq'), ${COLUMNS.replace('fingerprint text', 'fingerprint bytea')})
    ON COMMIT DROP`);
  let head = NO_HEAD;
  const proof = new BalanceProof();
  const currencies = new Set<string>();
  let rows: StagedRow[] = [];
  /** One chunk is written while the next is read. */
  let underWay: Promise<void> = Promise.resolve();
  let ordinal = 0;
  for await (const part of parts) {
    if (part.part === 'head') {
      head = { ...head, ...told(part.head) };
      continue;
    }
    ordinal++;
    if (part.part === 'line') {
      const line = { ...part.line, currency: part.line.currency ?? account.currency };
      proof.take(line);
      currencies.add(line.currency);
      rows.push(lineRow(line, ordinal, account.id));
    } else rows.push(otherRow(part, ordinal));
    if (rows.length < CHUNK_ROWS) continue;
    await underWay;
    underWay = put(client, rows);
    underWay.catch(() => undefined); // told where it is waited for
    rows = [];
  }
  await underWay;
  await put(client, rows);
  await client.query('ANALYZE staged');
  return { head, proof: currencies.size > 1 ? null : proof.result(head), firstBreak: proof.firstBreak };
}

export type Counted = {
  readonly tallies: Tallies;
  readonly sums: readonly Sum[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
};

/** How many of the staged rows are what, what moved in and out, and between which days. */
export async function tally(client: PoolClient, accountId: string): Promise<Counted> {
  const { rows } = await client.query<{ rowClass: RowClass; count: string }>(
    `SELECT ${CLASS_OF} AS "rowClass", count(*) AS count FROM (${DECIDED}) d GROUP BY 1`,
    [accountId],
  );
  const moved = await client.query<Sum & { first: string; last: string }>(`
    SELECT currency, coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::text AS incoming,
           coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::text AS outgoing,
           min(booked_on)::text AS first, max(booked_on)::text AS last
    FROM staged WHERE fingerprint IS NOT NULL GROUP BY currency ORDER BY currency`);
  const days = moved.rows.flatMap(({ first, last }) => [first, last]).sort();
  return {
    tallies: { ...NO_TALLIES, ...Object.fromEntries(rows.map(({ rowClass, count }) => [rowClass, Number(count)])) },
    sums: moved.rows.map(({ currency, incoming, outgoing }) => ({ currency, incoming, outgoing })),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  };
}

type StagedRow = Readonly<Record<string, unknown>> & { readonly place: string };

function lineRow(line: StatementLine, ordinal: number, accountId: string): StagedRow {
  return {
    ordinal,
    place: storable(line.place),
    kind: line.kind,
    booked_on: line.bookedOn,
    booked_at: line.bookedAt,
    value_on: line.valueOn,
    amount: line.amount,
    currency: storable(line.currency),
    text: storable(line.text),
    name: storable(line.counterparty.name),
    account: storable(line.counterparty.account),
    tax_id: storable(line.counterparty.taxId),
    bank_reference: storable(line.bankReference),
    balance: line.balance,
    fingerprint: line.kind === 'balance' ? null : fingerprintOf(line, accountId),
    ids: line.ids.map(({ kind, key, value, from }) => ({ kind, key: storable(key), value: storable(value), from })),
  };
}

function otherRow(part: Extract<StatementPart, { part: 'unreadable' | 'note' }>, ordinal: number): StagedRow {
  const reason = part.reason ? storableSaid(part.reason) : null;
  return { ordinal, place: storable(part.place), kind: part.part, text: storable(part.text), reason };
}

/** PostgreSQL keeps neither U+0000 nor half a character. */
function storable<T extends string | null>(text: T): T {
  return (text === null ? null : text.replaceAll('\u0000', '').toWellFormed()) as T;
}

function storableSaid(sentence: Said): unknown {
  return JSON.parse(JSON.stringify(sentence, (_, value) => (typeof value === 'string' ? storable(value) : value)));
}

function told(head: Partial<StatementHead>): Partial<StatementHead> {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}

async function put(client: PoolClient, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    await client.query({
      name: 'stage-rows',
      text: `INSERT INTO staged (${NAMES})
             SELECT ${NAMES.replace('fingerprint', "decode(fingerprint, 'hex')")} FROM json_to_recordset($1) AS r(${COLUMNS})`,
      values: [JSON.stringify(rows)],
    });
  } catch (error) {
    // 22: a value that its column cannot hold, such as a day that does not exist.
    if (!sqlState(error)?.startsWith('22')) throw error;
    const [from, to] = [placeWords(rows[0]?.place ?? ''), placeWords(rows.at(-1)?.place ?? '')];
    const reason = said('parsing.file.cannotStore', { from, to, why: (error as Error).message });
    throw new UnreadableFile(reason, { cause: error });
  }
}
