import 'server-only';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFirstAdministrator } from '@/lib/access/administrator';
import { disconnect } from '@/lib/db';
import { env } from '@/lib/env';
import { rebuildIfOutdated } from '@/lib/rebuild';
import { loadSampleData } from '@/lib/sample';

/** What a store needs before the desk can be used: somebody who may sign in and, if wanted, something to look at. */
async function main(): Promise<void> {
  const { DATA_DIR, SAMPLE_DATA } = env();
  const signIn = await createFirstAdministrator();
  if (signIn) {
    await mkdir(DATA_DIR, { recursive: true });
    await writeFile(path.join(DATA_DIR, 'sign-in.json'), `${JSON.stringify(signIn, null, 2)}\n`, { mode: 0o600 });
    console.log(`Created the first sign-in: ${signIn.email}`);
  }
  const rebuilt = await rebuildIfOutdated();
  if (rebuilt) console.log(`Read all deliveries again with today's understanding: ${rebuilt.after} transactions`);
  if (SAMPLE_DATA === 'on') {
    const loaded = await loadSampleData(new Date());
    if (loaded > 0) console.log(`Loaded ${loaded} sample deliveries (SAMPLE_DATA=off leaves the store empty)`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
