import 'server-only';
import type { PoolClient } from 'pg';
import { prisma, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { AUDIT_GENESIS, type AuditDeed, auditHash } from './entry';
import { withoutPersonal } from './free-text';

/** Whoever adds to the log holds this to the end of its transaction: a chain has one end. */
const AUDIT_LOCK = 7_350_014;
/** Somebody else's deed may be long in coming to its end. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

/**
 * Adds deeds to the log, in the transaction that does them: what is rolled back was not done. Call it last in `tx`, since
 * everybody else who writes to the log waits until that transaction ends.
 */
export async function record(tx: Tx, ...deeds: readonly AuditDeed[]): Promise<void> {
  await append((sql) => tx.$queryRaw(sql), deeds);
}

/** The same in a transaction of the bare driver. */
export async function recordOn(client: Pick<PoolClient, 'query'>, ...deeds: readonly AuditDeed[]): Promise<void> {
  await append(async (sql) => (await client.query(sql.text, sql.values)).rows, deeds);
}

/** The same for a deed that is no transaction of the database's. */
export async function recordAlone(deed: AuditDeed): Promise<void> {
  await prisma().$transaction((tx) => record(tx, deed), PATIENCE);
}

type Ask = <Row>(sql: Prisma.Sql) => Promise<Row[]>;
type Row = { seq: string; at: Date; hash: string; detail: unknown } & Omit<AuditDeed, 'detail'>;

async function append(ask: Ask, deeds: readonly AuditDeed[]): Promise<void> {
  if (deeds.length === 0) return;
  await ask(Prisma.sql`SELECT pg_advisory_xact_lock(${AUDIT_LOCK}::bigint)::text`);
  const [last] = await ask<{ seq: string; hash: Uint8Array }>(
    Prisma.sql`SELECT seq::text AS seq, hash FROM audit_entries e ORDER BY e.seq DESC LIMIT 1`,
  );
  const at = new Date(); // the same of all: they are one deed
  let [seq, hash] = [BigInt(last?.seq ?? 0), last?.hash ?? AUDIT_GENESIS];
  const rows = deeds.map((deed): Row => {
    seq += 1n;
    // As the database will give it back: without what JSON cannot say.
    const detail = JSON.parse(JSON.stringify(withoutPersonal(deed.detail))) as Record<string, unknown>;
    hash = auditHash(hash, { ...deed, detail, seq, at });
    return { ...deed, detail, seq: String(seq), at, hash: Buffer.from(hash).toString('hex') };
  });
  await ask(Prisma.sql`
    INSERT INTO audit_entries (seq, at, actor, action, object_kind, object_id, address, detail, hash)
    SELECT seq, at, actor, action, "objectKind", "objectId", address, detail, decode(hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(seq bigint, at timestamptz, actor text, action text,
      "objectKind" text, "objectId" text, address text, detail jsonb, hash text)`);
}
