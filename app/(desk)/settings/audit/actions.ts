'use server';

import type { CheckState } from '@/components/audit/chain-check';
import { requireRight } from '@/lib/access/session';
import { verifyAudit } from '@/lib/verify-audit';

/** Longer than this nobody waits at a button; `npm run verify` walks to the end. */
const CHECK_MS = 15_000;

/** Walks the chain of the log from its beginning and says how far it holds. */
export async function checkChain(): Promise<CheckState> {
  await requireRight('audit');
  const { held, last, flaw } = await verifyAudit(CHECK_MS);
  return {
    held: String(held.seq),
    last: String(last),
    head: Buffer.from(held.hash).toString('hex'),
    flaw: flaw && { seq: String(flaw.seq), what: flaw.what },
  };
}
