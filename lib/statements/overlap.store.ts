import 'server-only';
import type { PoolClient } from 'pg';
import type { Overlap } from './imported';
import { DECIDED } from './staging.store';

const MOST_STATEMENTS = 5;

/**
 * Staged rows that would be new lines and are like lines of earlier statements in day, amount and currency, though not
 * the same to the last sign: what two layouts of one account say of one payment. Each row is held against one stored
 * line and each line against one row, the n-th of equal ones against the n-th; what is a duplicate already is in none.
 */
export async function readOverlaps(client: PoolClient, accountId: string): Promise<readonly Overlap[]> {
  const { rows } = await client.query<{ id: string; fileName: string; format: Overlap['format']; lines: string }>(
    OVERLAPS,
    [accountId, MOST_STATEMENTS],
  );
  return rows.map(({ id, fileName, format, lines }) => ({ statementId: id, fileName, format, lines: Number(lines) }));
}

const OVERLAPS = `
  WITH decided AS MATERIALIZED (SELECT * FROM (${DECIDED}) d WHERE d.fingerprint IS NOT NULL),
  fresh AS (
    SELECT booked_on, amount, currency,
           row_number() OVER (PARTITION BY booked_on, amount, currency ORDER BY ordinal) AS nth
    FROM decided WHERE known_seq IS NULL
  ),
  stored AS (
    SELECT l.statement_id, l.booked_on, l.amount, l.currency,
           row_number() OVER (PARTITION BY l.booked_on, l.amount, l.currency ORDER BY l.seq) AS nth
    FROM lines l
    WHERE l.account_id = $1
      AND l.booked_on BETWEEN (SELECT min(booked_on) FROM decided) AND (SELECT max(booked_on) FROM decided)
      AND NOT EXISTS (SELECT FROM decided d WHERE d.known_seq = l.seq)
  )
  SELECT s.id::text AS id, s.file_name AS "fileName", s.format, count(*) AS lines
  FROM fresh f
  JOIN stored o ON o.booked_on = f.booked_on AND o.amount = f.amount AND o.currency = f.currency AND o.nth = f.nth
  JOIN statements s ON s.id = o.statement_id
  GROUP BY s.id ORDER BY lines DESC, s.id DESC LIMIT $2`;
