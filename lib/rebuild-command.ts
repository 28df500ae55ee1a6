import 'server-only';
import { disconnect } from '@/lib/db';
import { rebuild } from '@/lib/rebuild';
import type { Comparison } from '@/lib/rebuild.store';

/** `npm run rebuild`: reads all deliveries again and says what that changed. */
async function main(): Promise<void> {
  const started = Date.now();
  let read = 0;
  const comparison = await rebuild((deliveries) => {
    read = deliveries;
    if (process.stdout.isTTY) process.stdout.write(`\r${deliveries} deliveries read`);
  });
  if (process.stdout.isTTY) process.stdout.write('\r');
  console.log(`Read ${read} deliveries in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  for (const line of linesOf(comparison)) console.log(line);
}

function linesOf(comparison: Comparison): string[] {
  const { before, after, added, removed, changed, unrecognisedBefore, unrecognisedAfter, examples } = comparison;
  const isSame = added + removed + changed === 0;
  return [
    `Transactions: ${before} before, ${after} after; ${isSame ? 'every one is the same' : `${added} added, ${removed} removed, ${changed} changed`}.`,
    `Unrecognised deliveries: ${unrecognisedBefore} before, ${unrecognisedAfter} after.`,
    ...examples.map((example) => `  ${example.id}: ${example.before ?? 'not there'} → ${example.after ?? 'gone'}`),
  ];
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
