import 'server-only';
import { parseArgs } from 'node:util';
import { createApiKey } from '@/lib/access/store';
import { disconnect } from '@/lib/db';

/** `npm run api-key -- --name NAME`: makes a key for the API and prints it, this once. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' } } });
  const name = values.name?.trim();
  if (!name || name.length > 80)
    throw new Error('Say what the key is for: npm run api-key -- --name "month-end report"');
  console.log(await createApiKey(name));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
