import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { disconnect } from '@/lib/db';
import { proposeProfile } from '@/lib/propose-profile';
import { createAccount } from '@/lib/statements/account.store';
import { importStatement } from '@/lib/statements/import.store';

/** One import of a large file, for `bench:import`; tells how long it took and what it added to memory. */
const place = process.env.STATEMENT ?? '';
const open = () => createReadStream(place);
const hash = createHash('sha256');
for await (const bytes of open()) hash.update(bytes);
const file = { name: 'statement.csv', size: statSync(place).size, open, hash: hash.digest('hex') };
const entry = { name: 'Bench', rail: 'spei', bank: null, number: null, currency: 'MXN' } as const;
const account = await createAccount({ ...entry, zone: 'America/Mexico_City' }, 'bench');
if (account === 'name_taken') throw new Error('The account is there already.');
const { profile } = await proposeProfile(file, account);
if (!profile) throw new Error('The file is not recognised.');

global.gc?.();
const before = process.memoryUsage().rss;
let highest = before;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage().rss);
}, 20);
const began = performance.now();
const outcome = await importStatement({ account, file, profile, by: 'bench' });
const milliseconds = performance.now() - began;
clearInterval(watch);
await disconnect();
if (outcome.outcome !== 'imported') throw new Error(`Not imported: ${JSON.stringify(outcome)}`);
process.send?.({ milliseconds, grownBytes: highest - before, accepted: outcome.tallies.accepted });
