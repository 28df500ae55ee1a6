import 'server-only';
import type { Tx } from '@/lib/db';
import { opened } from '@/lib/events/body.store';
import { AND_WHAT_REMAINS, type StoredUnread, UNREAD, type Unread } from '@/lib/events/inbox.store';
import { Prisma } from '@/prisma/generated/client';

/** Reads and writes of `erase`: which deliveries tell of some payments, and every other place where a person stands. */

/** A delivery to be erased. */
export type Erasable = Unread & { readonly isEncrypted: boolean };

/** Every delivery that speaks of the transactions, whoever else it speaks of; those erased before are left out. */
export async function deliveriesAbout(tx: Tx, transactionIds: readonly string[]): Promise<Erasable[]> {
  const ids = [...transactionIds];
  const rows = await tx.$queryRaw<StoredUnread[]>`
    SELECT ${UNREAD} FROM deliveries d ${AND_WHAT_REMAINS}
    WHERE x.delivery_seq IS NULL AND d.seq IN (
      SELECT delivery_seq FROM readings WHERE transaction_id = ANY(${ids}::text[])
      UNION SELECT delivery_seq FROM events WHERE transaction_id = ANY(${ids}::text[])
      UNION SELECT s.delivery_seq FROM events e JOIN readings s ON s.event_id = e.id
            WHERE e.transaction_id = ANY(${ids}::text[]))
    ORDER BY d.seq`;
  return rows.map((row) => ({ ...opened(row), isEncrypted: row.isEncrypted }));
}

/** Those of the ids that are transactions of the desk. */
export async function knownTransactions(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.transaction.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Those of the e-mails that are people who may sign in. */
export async function activePeople(tx: Tx, emails: readonly string[]): Promise<Set<string>> {
  const rows = await tx.user.findMany({
    where: { email: { in: [...emails] }, disabledAt: null },
    select: { email: true },
  });
  return new Set(rows.map(({ email }) => email));
}

/** Destroys the keys: from the commit on nobody can read these bodies, nor what a backup of the bodies holds. */
export async function destroyKeys(tx: Tx, seqs: readonly bigint[]): Promise<number> {
  return tx.$executeRaw`DELETE FROM delivery_keys WHERE delivery_seq = ANY(${seqs.map(String)}::bigint[])`;
}

/** The bank's lines that are matched with the payments: what the bank tells of the person goes, the movement stays. */
export async function eraseLines(tx: Tx, transactionIds: readonly string[]): Promise<number> {
  const lines = Prisma.sql`
    SELECT ml.line_seq FROM legs g JOIN matched_legs mg ON mg.leg_id = g.id
    JOIN matched_lines ml ON ml.match_id = mg.match_id WHERE g.transaction_id = ANY(${[...transactionIds]}::text[])`;
  await tx.$executeRaw`
    DELETE FROM line_ids WHERE line_seq IN (${lines}) AND kind NOT IN ('e2e', 'pix_return', 'clave_rastreo', 'tx_hash', 'reference')`;
  return tx.$executeRaw`
    UPDATE lines SET name = NULL, account = NULL, tax_id = NULL, text = '(erased)' WHERE seq IN (${lines})`;
}

/** Copies: rows of the provider's lists that brought these deliveries, and every file that is kept to be downloaded. */
export async function eraseCopies(tx: Tx, seqs: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`UPDATE listed_events SET body = '{}' WHERE delivery_seq = ANY(${seqs.map(String)}::bigint[])`;
  await tx.$executeRaw`DELETE FROM export_chunks`;
  await tx.$executeRaw`UPDATE exports SET kept_until = now() WHERE kept_until > now()`;
}

/** The wrapped keys that are not under the newest master, some at a time. */
export function keysUnder(tx: Tx, after: bigint, notUnder: string, limit: number): Promise<WrappedKey[]> {
  return tx.$queryRaw<WrappedKey[]>`
    SELECT delivery_seq AS "deliverySeq", wrapped, master FROM delivery_keys
    WHERE delivery_seq > ${after} AND master <> ${notUnder} ORDER BY delivery_seq LIMIT ${limit}`;
}
export type WrappedKey = { readonly deliverySeq: bigint; readonly wrapped: Uint8Array; readonly master: string };
