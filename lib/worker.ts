import 'server-only';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { runBackground } from '@/lib/background';
import { directUrl, disconnect } from '@/lib/db';
import { INBOX_CHANNEL } from '@/lib/events/store';
import { jobRegistry } from '@/lib/job-registry';
import { log } from '@/lib/log';
import { pauseAfter } from '@/lib/pace';
import { projectBatch } from '@/lib/project';
import { startTracing, traced } from '@/lib/tracing';
import { listenForScrapes } from '@/lib/worker-metrics';
import { processMetrics } from '@/scripts/metrics.mjs';

/** A missed wake-up costs this much at the most. */
const POLL_MS = 1_000;
const RETRY_MS = 2_000;

/**
 * The projector's process: folds deliveries right behind the webhooks, woken by the database. Any number may run at
 * once. SIGTERM lets the batch in hand finish. Beside it run the jobs that have their times.
 */
async function main(): Promise<void> {
  startTracing('concilia-worker');
  const scrapes = await listenForScrapes();
  // Where processors are short, providers get their answer first and the fold catches up.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  let isStopping = false;
  const stopping = new AbortController();
  let wake = () => {};
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  let hasNews = false;
  const ring = () => {
    hasNews = true;
    wake();
  };
  const stop = () => {
    isStopping = true;
    stopping.abort();
    wake();
  };
  // A library may reject on its own when the database goes away under it. Both loops notice by themselves, and go on.
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'projector: nobody waited for this');
  });
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const listener = postgres(directUrl(), { max: 1, onnotice: () => undefined });
  void listener
    .listen(INBOX_CHANNEL, ring, ring)
    .catch((error) => log.warn({ err: error }, 'projector: not listening, polling only'));
  const { folded, foldBatch, foldFailures } = processMetrics();
  const background = runBackground(jobRegistry, stopping.signal);
  console.log('ready');
  while (!isStopping) {
    hasNews = false;
    const began = Date.now();
    try {
      const { count, oldest } = await traced('fold', () => projectBatch());
      if (count > 0) {
        folded.inc(count);
        foldBatch.observe((Date.now() - began) / 1000);
        await sleep(pauseAfter({ began, ended: Date.now(), oldest }));
      } else if (!hasNews && !isStopping) await rest(POLL_MS);
    } catch (error) {
      log.error({ err: error }, 'projector: will try again');
      foldFailures.inc();
      if (!isStopping) await rest(RETRY_MS);
    }
  }
  scrapes?.close();
  await Promise.all([background, listener.end({ timeout: 2 })]);
  await disconnect();
}

await main();
