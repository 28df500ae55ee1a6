import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import type { StatementLine } from '@/lib/statements/statement';
import { judge, strengthOf } from './judge';
import type { Leg } from './leg';
import { STATEMENT_LINE } from './line-row.store';
import { AMOUNT_AGREES, ELIGIBLE, IS_NOT_REFUSED, LEG_IS_FREE, LINE_IS_FREE } from './pair.store';

/** Lines are read so many at a time, and of each so many of the nearest legs: a likeness is for people to look at. */
const CHUNK = 2_000;
const NEAREST = 10;

type Pair = { seq: bigint; book: string; line: StatementLine; leg: Leg };

/**
 * Pass 3: of the lines nothing else is known about, those to which a free leg of the same amount, currency and days is
 * similar. They are proposed and not accused.
 */
export async function proposeSimilar(
  tx: Tx,
  { environment, windowDays }: { readonly environment: Environment; readonly windowDays: number },
): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE near ON COMMIT DROP AS
    SELECT line_seq, leg_id, book FROM (
      SELECT l.seq AS line_seq, g.id AS leg_id, l.book,
        row_number() OVER (PARTITION BY l.seq ORDER BY abs(l.booked_on - g.local_day), g.id) AS place
      FROM free_lines l
      JOIN legs g ON g.amount = abs(l.amount) AND (l.amount < 0) = (g.direction = 'out')
      WHERE ${AMOUNT_AGREES} AND ${ELIGIBLE} AND g.environment = ${environment} AND l.rail IN (g.rail, 'ledger')
        AND g.local_day BETWEEN (SELECT min(booked_on) FROM free_lines) - ${windowDays + DAYS_OFF}::int
          AND (SELECT max(booked_on) FROM free_lines) + ${windowDays + DAYS_OFF}::int
        AND abs(l.booked_on - g.local_day) <= ${windowDays + DAYS_OFF}::int
        AND ${LINE_IS_FREE} AND ${LEG_IS_FREE} AND ${IS_NOT_REFUSED}
        AND NOT EXISTS (SELECT FROM found f WHERE f.line_seq = l.seq)
        AND NOT EXISTS (SELECT FROM proposed q WHERE q.line_seq = l.seq)) AS n
    WHERE place <= ${NEAREST}`;
  for (let after = 0n; ; ) {
    const pairs = await tx.$queryRaw<Pair[]>`
      SELECT l.seq, n.book, ${STATEMENT_LINE} AS line, g.data AS leg
      FROM (SELECT DISTINCT line_seq FROM near WHERE line_seq > ${after} ORDER BY 1 LIMIT ${CHUNK}) AS c
      JOIN near n ON n.line_seq = c.line_seq JOIN lines l ON l.seq = n.line_seq JOIN legs g ON g.id = n.leg_id
      ORDER BY l.seq`;
    const last = pairs.at(-1);
    if (!last) return;
    const similar = pairs.filter(({ line, leg }) => strengthOf(judge(line, leg, { windowDays })) !== 'no');
    await tx.$executeRaw`
      INSERT INTO proposed SELECT * FROM unnest(
        ${similar.map(({ seq }) => seq)}::bigint[], ${similar.map(({ leg }) => leg.id)}::text[],
        ${similar.map(({ book }) => book)}::text[])`;
    after = last.seq;
  }
}

/** Banking days may lie a long weekend apart. */
const DAYS_OFF = 5;
