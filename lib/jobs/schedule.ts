import { parseCronItem } from 'graphile-worker';

const MINUTE_MS = 60_000;
/** A schedule that does not come up within this never will. */
const LONGEST_MS = 4 * 366 * 24 * 60 * MINUTE_MS;

/**
 * The first minute after an instant at which a schedule in cron's notation (UTC) comes up, by the reading of the
 * library that runs it. Throws on a notation it does not know, and on a date that does not exist.
 */
export function nextRun(cron: string, after: Date): Date {
  const { match } = parseCronItem({ task: 'any', match: cron });
  const start = Math.floor(+after / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  for (let at = start; at < start + LONGEST_MS; at += MINUTE_MS) {
    if (match(digestOf(new Date(at)))) return new Date(at);
  }
  throw new Error(`The schedule ${cron} never comes up.`);
}

function digestOf(at: Date) {
  return {
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  };
}
