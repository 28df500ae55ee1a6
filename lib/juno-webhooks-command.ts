import 'server-only';
import { parseArgs } from 'node:util';
import { disconnect } from '@/lib/db';
import { isDone, type RegistrationAnswer, registrationInWords } from '@/lib/juno-registration';
import { deleteJunoWebhook, listJunoWebhooks, registerJunoWebhook } from '@/lib/juno-webhooks';
import { inEnglish } from '@/lib/language/translator';

const USAGE = 'Say which: npm run juno:webhooks -- register [URL] | list | delete ID';

/** `npm run juno:webhooks -- register [URL] | list | delete ID`: exit code 1 when it was not done. */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const answer = await answerTo(positionals);
  const print = isDone(answer) ? console.log : console.error;
  print(inEnglish(registrationInWords(answer)));
  if (answer.outcome === 'listed') {
    for (const { id, callbackUrl, event } of answer.webhooks) console.log(`  ${id}  ${event}  ${callbackUrl}`);
  }
  return isDone(answer) ? 0 : 1;
}

function answerTo([verb, argument, ...more]: readonly string[]): Promise<RegistrationAnswer> {
  if (more.length === 0) {
    if (verb === 'register') return registerJunoWebhook(argument);
    if (verb === 'list' && argument === undefined) return listJunoWebhooks();
    if (verb === 'delete' && argument !== undefined) return deleteJunoWebhook(argument);
  }
  throw new Error(USAGE);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
