import 'server-only';
import type { Tx } from '@/lib/db';
import type { Leg } from './leg';
import type { Book } from './view';

/** What somebody chose to decide about, with whether it has its match already. */

export type ChosenLine = { seq: string; amount: string; currency: string; day: string; book: Book; isTaken: boolean };
export type ChosenLeg = { leg: Leg; isTaken: boolean };

/** Lines by number; what cannot be one, or is no payment, is simply not there. */
export async function chosenLines(tx: Tx, seqs: readonly string[]): Promise<ChosenLine[]> {
  const numbers = seqs.filter((seq) => /^\d{1,18}$/.test(seq)).map(BigInt);
  return tx.$queryRaw`
    SELECT l.seq::text AS seq, l.amount::text AS amount, l.currency, l.booked_on::text AS day,
      CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book,
      EXISTS (SELECT FROM matched_lines m WHERE m.line_seq = l.seq) AS "isTaken"
    FROM lines l JOIN bank_accounts a ON a.id = l.account_id
    WHERE l.seq = ANY(${numbers}::bigint[]) AND l.kind = 'payment' ORDER BY l.booked_on, l.seq`;
}

/** Legs by id, as they stand against a book. */
export async function chosenLegs(tx: Tx, ids: readonly string[], book: Book): Promise<ChosenLeg[]> {
  const storable = ids.filter((id) => id.isWellFormed() && !id.includes('\u0000'));
  return tx.$queryRaw`
    SELECT g.data AS leg, EXISTS (SELECT FROM matched_legs m WHERE m.leg_id = g.id AND m.book = ${book}) AS "isTaken"
    FROM legs g WHERE g.id = ANY(${storable}::text[]) ORDER BY g.id`;
}
