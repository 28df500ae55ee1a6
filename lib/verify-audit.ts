import 'server-only';
import { entriesAfter, lastEntry } from '@/lib/audit/chain.store';
import { type Flaw, type Held, walk } from '@/lib/audit/check';
import { AUDIT_GENESIS } from '@/lib/audit/entry';
import { prisma } from '@/lib/db';

const BATCH = 2_000;

export type AuditReport = {
  /** How far it holds; from here a later check may go on. */
  readonly held: Held;
  /** The number of the last entry; more than what holds where the time was up, or something does not hold. */
  readonly last: bigint;
  /** The first number that does not hold, or `null`. Past it nothing is proven. */
  readonly flaw: Flaw | null;
};

/** Walks the log from its beginning, from one snapshot, for as long as it may, and names the first number that does not hold. */
export function verifyAudit(milliseconds = Number.POSITIVE_INFINITY): Promise<AuditReport> {
  const until = performance.now() + milliseconds;
  return prisma().$transaction(
    async (tx) => {
      const last = await lastEntry(tx);
      let held: Held = { seq: 0n, hash: AUDIT_GENESIS };
      for (;;) {
        const entries = await entriesAfter(held.seq, BATCH, tx);
        const walked = walk(held, entries);
        held = walked.held;
        if (walked.flaw || entries.length < BATCH || performance.now() > until) {
          return { held, last, flaw: walked.flaw };
        }
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 24 * 60 * 60 * 1000 },
  );
}
