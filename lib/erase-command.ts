import 'server-only';
import { parseArgs } from 'node:util';
import { disconnect } from '@/lib/db';
import { erase, rotateKeys } from '@/lib/erase';

/**
 * `npm run erase -- --transaction ID … --reason "…" --by EMAIL --agreed-by EMAIL`, or `npm run erase -- --rotate`: exit
 * code 1 when it was not done.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      transaction: { type: 'string', multiple: true, default: [] },
      reason: { type: 'string', default: '' },
      by: { type: 'string', default: '' },
      'agreed-by': { type: 'string', default: '' },
      rotate: { type: 'boolean', default: false },
    },
  });
  if (values.rotate) {
    console.log(`${await rotateKeys()} keys are under the first of BODY_KEYS now.`);
    return;
  }
  const { transaction: transactionIds, reason, by, 'agreed-by': agreedBy } = values;
  const { deliveries, transactions, lines } = await erase({ transactionIds, reason, by, agreedBy });
  console.log(`Erased: payments ${transactions}, messages ${deliveries}, lines of the bank ${lines}.`);
  console.log('Files that were kept to be downloaded are gone. Backups of the keys must expire: docs/operations.md.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
