import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { AUDIT_GENESIS, type AuditDeed, auditHash } from './entry';

/** Whoever adds to the log holds this to the end of its transaction: a chain has one end. */
const AUDIT_LOCK = 7_350_011;

/**
 * Adds a deed to the log, in the transaction that does it: what is rolled back was not done. Call it last in `tx`, since
 * everybody else who writes to the log waits until that transaction ends.
 */
export async function record(tx: Tx, deed: AuditDeed): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})`;
  const [last] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`
    SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1`;
  const seq = (last?.seq ?? 0n) + 1n;
  const at = new Date();
  // As the database will give it back: without what JSON cannot say.
  const detail = JSON.parse(JSON.stringify(deed.detail)) as Record<string, unknown>;
  const hash = auditHash(last?.hash ?? AUDIT_GENESIS, { ...deed, detail, seq, at });
  await tx.$executeRaw`
    INSERT INTO audit_entries (seq, at, actor, action, object_kind, object_id, address, detail, hash)
    VALUES (${seq}, ${at}, ${deed.actor}, ${deed.action}, ${deed.objectKind}, ${deed.objectId}, ${deed.address},
            ${JSON.stringify(detail)}::jsonb, ${Buffer.from(hash)})`;
}

/** The same for a deed that is no transaction of the database's. */
export async function recordAlone(deed: AuditDeed): Promise<void> {
  await prisma().$transaction((tx) => record(tx, deed));
}
