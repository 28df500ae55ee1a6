import 'server-only';
import { withoutPerson } from '@/lib/access/without-person';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import {
  activePeople,
  deliveriesAbout,
  destroyKeys,
  type Erasable,
  eraseCopies,
  eraseLines,
  keysUnder,
  knownTransactions,
} from '@/lib/erase.store';
import { underNewest } from '@/lib/events/body.store';
import { readingOf } from '@/lib/project';
import { rebuild } from '@/lib/rebuild';
import { holdTables } from '@/lib/rebuild.store';

/**
 * Erasing what the desk keeps of a person, payment by payment: the keys of the messages are destroyed, and everything that
 * was made of them is made again from what remains. The stored bytes stay, so the chain of receipts holds.
 */

export type Erase = {
  readonly transactionIds: readonly string[];
  readonly reason: string;
  /** Two persons of the desk, by e-mail: who does it, and who agreed. */
  readonly by: string;
  readonly agreedBy: string;
};
export type Erased = { readonly deliveries: number; readonly transactions: number; readonly lines: number };

const LIMITS = { maxWait: 10_000, timeout: 600_000 } as const;
const SHORTEST_REASON = 5;

/** Throws, and erases nothing, where something of the order does not hold; the message says what. */
export async function erase(order: Erase): Promise<Erased> {
  const erased = await prisma().$transaction(async (tx) => {
    await holdTables(tx);
    await check(tx, order);
    const deliveries = await deliveriesAbout(tx, order.transactionIds);
    refuseOpen(deliveries);
    const seqs = deliveries.map(({ seq }) => seq);
    await keepWhatRemains(tx, deliveries, order);
    await destroyKeys(tx, seqs);
    const lines = await eraseLines(tx, order.transactionIds);
    await eraseCopies(tx, seqs);
    await log(tx, order, { deliveries: seqs.length, lines });
    return { deliveries: seqs.length, transactions: order.transactionIds.length, lines };
  }, LIMITS);
  if (erased.deliveries > 0) await rebuild();
  return erased;
}

async function check(tx: Tx, { transactionIds, reason, by, agreedBy }: Erase): Promise<void> {
  if (transactionIds.length === 0) throw new Error('Name the payments: --transaction ID, as often as needed.');
  if (reason.trim().length < SHORTEST_REASON) throw new Error('Say why: --reason "…", five characters at least.');
  if (by === agreedBy) throw new Error('Two persons are needed: --by and --agreed-by are the same.');
  const people = await activePeople(tx, [by, agreedBy]);
  const stranger = [by, agreedBy].find((email) => !people.has(email));
  if (stranger !== undefined) throw new Error(`${stranger || 'Nobody'} is no active person of this desk.`);
  const known = await knownTransactions(tx, transactionIds);
  const unknown = transactionIds.find((id) => !known.has(id));
  if (unknown !== undefined) throw new Error(`There is no payment ${unknown}. Nothing was erased.`);
}

/** Plain bytes cannot be taken away: the chain is over them. */
function refuseOpen(deliveries: readonly Erasable[]): void {
  const open = deliveries.filter(({ isEncrypted }) => !isEncrypted);
  if (open.length === 0) return;
  const some = open.slice(0, 5).map(({ seq }) => seq);
  throw new Error(
    `${open.length} of ${deliveries.length} messages were stored before BODY_KEYS was set (${some.join(', ')}${open.length > 5 ? ' …' : ''}): they have no key to destroy. Nothing was erased.`,
  );
}

async function keepWhatRemains(tx: Tx, deliveries: readonly Erasable[], order: Erase): Promise<void> {
  await tx.erasure.createMany({
    data: deliveries.map((delivery) => ({
      deliverySeq: delivery.seq,
      events: JSON.parse(JSON.stringify(readingOf(delivery).events.map(withoutPerson))),
      reason: order.reason.trim(),
      erasedBy: order.by,
      agreedBy: order.agreedBy,
    })),
  });
}

async function log(tx: Tx, { by, agreedBy, reason, transactionIds }: Erase, counts: object): Promise<void> {
  await record(tx, {
    actor: by,
    action: 'person_erased',
    objectKind: 'transaction',
    objectId: transactionIds[0] ?? '',
    address: null,
    detail: { reason: reason.trim(), agreedBy, ids: transactionIds.slice(0, 100), ...counts },
  });
}

const WRAPPED_AT_ONCE = 1_000;

/** Wraps every key under the first of BODY_KEYS, so that an older master can be let go. Returns how many it was. */
export async function rotateKeys(): Promise<number> {
  const [newest] = env().BODY_KEYS ?? [];
  if (!newest) throw new Error('BODY_KEYS is not set: there is no key to wrap with.');
  let total = 0;
  for (let after = 0n; ; ) {
    const from = after;
    const keys = await prisma().$transaction(async (tx) => {
      const rows = await keysUnder(tx, from, newest.id, WRAPPED_AT_ONCE);
      for (const { deliverySeq, wrapped, master } of rows) {
        const again = underNewest(wrapped, master);
        // One that was destroyed meanwhile stays so.
        if (again)
          await tx.deliveryKey.updateMany({
            where: { deliverySeq },
            data: { wrapped: Buffer.from(again.wrapped), master: again.master },
          });
      }
      return rows;
    }, LIMITS);
    total += keys.length;
    after = keys.at(-1)?.deliverySeq ?? after;
    if (keys.length < WRAPPED_AT_ONCE) return total;
  }
}
