import 'server-only';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { disconnect } from '@/lib/db';
import { importAccessLog } from '@/lib/import-access-log';

/**
 * `npm run access-log -- FILE`: fails when the proxy answered for something that never reached the desk, so that whoever
 * runs it every night hears of it, and when the log cannot be read.
 */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file, ...others] = positionals;
  if (!file || others.length > 0)
    throw new Error('Name the log of the proxy in front, one file: npm run access-log -- /var/log/nginx/access.log');
  const report = await importAccessLog(createReadStream(file), { importedBy: null, fileName: path.basename(file) });
  console.log(
    `${report.lines} lines: ${report.webhookRequests} webhook requests, ${report.unreadableCount} unreadable`,
  );
  for (const { line, text } of report.unreadable) console.log(`  line ${line} is neither "combined" nor JSON: ${text}`);
  console.log(`${report.acknowledged} were answered below 500, which a provider takes for "delivered"`);
  console.log(`${report.unaccounted} of them never reached the desk, ${report.added} not known before`);
  if (report.unaccounted > 0) console.log('They are listed under Webhooks, False acknowledgements.');
  return report.unaccounted > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
