import 'server-only';
import type { AuditAction, AuditDeed } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { addNotes, assign, type Remarked } from '@/lib/remarks/store';

/** What people say and decide about payments, with its entry in the log: both or neither. */

/** Of a deed on more payments the log names so many. */
const LOGGED_IDS = 100;
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

export type Doer = Pick<AuditDeed, 'actor' | 'address'>;

/** Writes one note on each of these payments. What it says stands in the note, not in the log. */
export function writeNotes(ids: readonly string[], text: string, by: Doer): Promise<Remarked[]> {
  return remarked(by, 'note_written', {}, (tx) => addNotes(ids, text, by.actor, tx));
}

/** Gives each of these payments to one person, or takes it from everybody (`null`). */
export function giveTo(ids: readonly string[], owner: string | null, by: Doer): Promise<Remarked[]> {
  return remarked(by, 'owner_changed', { owner }, (tx) => assign(ids, owner, by.actor, tx));
}

/** One deed on many payments is one entry: of the first, with how many there were and which. */
function remarked(
  by: Doer,
  action: AuditAction,
  detail: Readonly<Record<string, unknown>>,
  work: (tx: Tx) => Promise<Remarked[]>,
): Promise<Remarked[]> {
  return prisma().$transaction(async (tx) => {
    const rows = await work(tx);
    const ids = rows.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    const [first] = ids;
    const many = ids.length === 1 ? {} : { count: ids.length, ids: ids.slice(0, LOGGED_IDS) };
    if (first !== undefined)
      await record(tx, { ...by, action, objectKind: 'transaction', objectId: first, detail: { ...detail, ...many } });
    return rows;
  }, PATIENCE);
}
