import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import type { AuditEntry } from './entry';

/** Entries after a number, in the order of the chain. */
export async function entriesAfter(seq: bigint, limit: number, tx: Tx = prisma()): Promise<AuditEntry[]> {
  const rows = await tx.auditEntry.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: limit });
  return rows.map((row) => ({ ...row, action: row.action, detail: row.detail }) as unknown as AuditEntry);
}

/** How many entries there are by number: that of the last one. */
export async function lastEntry(tx: Tx = prisma()): Promise<bigint> {
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  return last?.seq ?? 0n;
}
