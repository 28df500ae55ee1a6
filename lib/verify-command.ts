import 'server-only';
import { disconnect } from '@/lib/db';
import { verifyAudit } from '@/lib/verify-audit';
import { verifyChain } from '@/lib/verify-chain';

/** `npm run verify`: exit code 1 and the first broken row when something was changed, removed or never sealed, in the chain of receipts or the log of deeds. */
try {
  const { checked, head, broken, unsealed } = await verifyChain();
  if (broken) console.log(`Broken at receipt ${broken.position} (delivery ${broken.seq}): ${broken.reason}`);
  else console.log(`${checked} receipts hold. Head: ${head}`);
  if (unsealed.length > 0)
    console.log(`Not sealed: deliveries ${unsealed.join(', ')}${unsealed.length === 10 ? ' and perhaps more' : ''}.`);
  const { held, flaw } = await verifyAudit();
  if (flaw) console.log(`Broken at entry ${flaw.seq} of the audit log: it is ${flaw.what}.`);
  else console.log(`${held.seq} entries of the audit log hold. Head: ${Buffer.from(held.hash).toString('hex')}`);
  process.exitCode = broken || flaw || unsealed.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await disconnect();
}
