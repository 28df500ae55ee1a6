import 'server-only';
import { pool } from '@/lib/db';
import { type Reader, said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { preparedRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { apiError } from './answer';

/**
 * How often somebody may ask for what costs something, counted in the database, so that every process counts together.
 * Route handlers and the API are counted: programs ask there, in loops. Pages and actions are not: each of theirs is
 * bounded in time, their answers are for eyes, and a write for every view would cost more than it saves. Webhooks never
 * are: a provider that is turned away may not come again.
 */
export const ALLOWANCES = {
  /** A person, for what the desk's own script asks for. */
  desk: { most: 600, seconds: 60 },
  /** A person, for files: a small one is written while it is sent. */
  export: { most: 60, seconds: 60 },
  /** A key: as often as it takes to read a million rows by pages in an hour, many times over. */
  api: { most: 6_000, seconds: 60 },
  /** An address that sends keys which are none: nobody guesses one at this pace. */
  unknown_key: { most: 300, seconds: 60 },
} as const satisfies Record<string, { readonly most: number; readonly seconds: number }>;
export type Allowance = keyof typeof ALLOWANCES;

/** Counters that nobody touched for so long are removed, now and then. */
const KEPT_MS = 60 * 60 * 1000;
const ONE_IN = 500;

/** In whose language somebody is refused; only asked for then. */
export type Asker = () => Reader | Promise<Reader>;
export type Counted = { readonly count: number; readonly seconds: number };

/**
 * A statement that counts one more for each row of `keys` (a SELECT of `key`): one counter for each key and window, by
 * the database's clock; `count` and the `seconds` to its end. Losing the last counts in a crash is no harm, so the commit
 * does not wait for the disk. To stand in a WITH beside `CLOCK`.
 */
export function counting(allowance: Allowance, keys: Prisma.Sql): Prisma.Sql {
  const window = Prisma.sql`${ALLOWANCES[allowance].seconds * 1000}::bigint`;
  const isOver = Prisma.sql`kept.last_request <= excluded.last_request - ${window}`;
  return Prisma.sql`
    INSERT INTO rate_limits AS kept (id, key, count, last_request)
    SELECT gen_random_uuid()::text, ${`${PREFIX}${allowance}:`} || keys.key, 1, clock.now FROM (${keys}) AS keys, clock
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN ${isOver} THEN 1 ELSE kept.count + 1 END,
      last_request = CASE WHEN ${isOver} THEN excluded.last_request ELSE kept.last_request END
    RETURNING count, greatest(1, ceil((last_request + ${window} - (SELECT now FROM clock)) / 1000.0))::int AS seconds`;
}

export const CLOCK = Prisma.sql`
  clock AS MATERIALIZED (
    SELECT set_config('synchronous_commit', 'off', true), (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now)`;

/** Counts one more; `null` while it is allowed, else the answer 429 with the seconds to wait. `who` is an id of ours or an address. */
export async function overAllowance(allowance: Allowance, who: string, asker: Asker): Promise<Response | null> {
  const [counted] = await preparedRows<Counted>(Prisma.sql`
    WITH ${CLOCK} ${counting(allowance, Prisma.sql`SELECT ${who}::text AS key`)}`);
  return counted ? tooOften(allowance, counted, asker) : null;
}

/** What is answered to somebody who was counted: `null` while it is allowed. */
export async function tooOften(
  allowance: Allowance,
  { count, seconds }: Counted,
  asker: Asker,
): Promise<Response | null> {
  const { most, seconds: window } = ALLOWANCES[allowance];
  if (Math.random() * ONE_IN < 1) void forget();
  if (count <= most) return null;
  const times = { most: String(most), window: String(window), seconds: String(seconds) };
  const detail = said('keys.answer.often', times);
  const answer = apiError(429, 'too_many_requests', spoken(detail, await asker()));
  answer.headers.set('retry-after', String(seconds));
  return answer;
}

/** What tells our counters from those of the sign-in, in the same table. */
const PREFIX = 'allowance:';

async function forget(): Promise<void> {
  try {
    await pool().query('DELETE FROM rate_limits WHERE key LIKE $1 AND last_request < $2', [
      `${PREFIX}%`,
      Date.now() - KEPT_MS,
    ]);
  } catch (error) {
    log.warn({ err: error }, 'allowances: old counters stay for now');
  }
}

/** Whoever holds an IPv6 network of 64 bits holds all of its addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail ? tail.split(':').length : 0;
  const zeros = tail === undefined ? 0 : 8 - groups.length - behind;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...(tail ? tail.split(':') : [])];
  return `${all.slice(0, 4).join(':')}::/64`;
}
