import { disconnect } from '@/lib/db';
import { checkUnacknowledged } from '@/lib/unacknowledged';

/** Runs the check twice and tells its parent how long each took and how far memory grew beyond what it began with. */
async function measure() {
  const run = async () => {
    const began = performance.now();
    const report = await checkUnacknowledged({
      now: new Date(),
      requestedBy: null,
      signal: new AbortController().signal,
    });
    return { report, milliseconds: performance.now() - began };
  };
  globalThis.gc?.();
  const start = process.memoryUsage().rss;
  let most = start;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const first = await run();
  const second = await run();
  clearInterval(watch);
  await disconnect();
  process.send?.({ ...first, again: second.milliseconds, grownBytes: most - start });
}

await measure();
