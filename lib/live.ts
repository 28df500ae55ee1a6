import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { directUrl } from '@/lib/db';
import { FOLDED_CHANNEL } from '@/lib/events/receipt.store';
import { readChanges, readEnd } from '@/lib/live.store';
import type { Changes } from '@/lib/live-changes';
import { log } from '@/lib/log';

/** Followers that one process serves at once; each holds a connection of somebody's browser. */
const MOST_FOLLOWERS = 200;
/** A missed wake-up costs this much at the most. */
const LOOK_MS = 5_000;
/** Between two tellings to the same follower, so that a flood of messages becomes a few large ones. */
const PAUSE_MS = 250;
/** Silence that long is broken by a sign of life. */
const BEAT_MS = 15_000;

type Follower = { hasNews: boolean; wake: () => void; readonly leave: AbortController };

/** What all followers of this process share: one LISTEN, one look now and then, one read for those at the same place. */
type Hub = {
  readonly listener: postgres.Sql;
  readonly timer: NodeJS.Timeout;
  readonly followers: Set<Follower>;
  readonly reads: Map<bigint, Promise<Changes>>;
  end: bigint | null;
};

const holder = globalThis as typeof globalThis & { conciliaLive?: Hub | undefined };

function hub(): Hub {
  holder.conciliaLive ??= listen();
  return holder.conciliaLive;
}

/** The driver listens again by itself when the database was away. Until then the look now and then takes its place. */
function listen(): Hub {
  const listener = postgres(directUrl(), { max: 1, onnotice: () => undefined });
  const timer = setInterval(() => void look(opened), LOOK_MS).unref();
  const opened: Hub = { listener, timer, followers: new Set(), reads: new Map(), end: null };
  listener
    .listen(
      FOLDED_CHANNEL,
      () => ring(opened),
      () => ring(opened),
    )
    .catch((error) => {
      if (holder.conciliaLive === opened) log.warn({ err: error }, 'live: not listening, looking now and then only');
    });
  // An answer without end would hold up the end of the process.
  process.once('SIGTERM', stopFollowing).once('SIGINT', stopFollowing);
  return opened;
}

function ring({ followers, reads }: Hub): void {
  reads.clear();
  for (const follower of followers) {
    follower.hasNews = true;
    follower.wake();
  }
}

/** Rings where the chain grew and nobody said so. Followers of a database that is away are let go: they come again. */
async function look(opened: Hub): Promise<void> {
  if (opened.followers.size === 0) return;
  try {
    const end = await readEnd();
    if (opened.end !== end) ring(opened);
    opened.end = end;
  } catch (error) {
    log.warn({ err: error }, 'live: followers are let go');
    for (const { leave } of opened.followers) leave.abort();
  }
}

/** Whether one more may follow. */
export function hasRoom(): boolean {
  return hub().followers.size < MOST_FOLLOWERS;
}

/** Lets every follower go and ends the LISTEN; for the end of the process. */
export function stopFollowing(): void {
  const opened = holder.conciliaLive;
  holder.conciliaLive = undefined;
  if (!opened) return;
  process.off('SIGTERM', stopFollowing).off('SIGINT', stopFollowing);
  clearInterval(opened.timer);
  for (const { leave } of opened.followers) leave.abort();
  void opened.listener.end({ timeout: 1 });
}

/**
 * Everything that moves after a position, in its order and without a gap, as it happens; `null` is a sign of life. Ends
 * when the signal says so, or the process or its database goes. What is not asked for waits, and comes as one.
 */
export async function* followChanges(after: bigint, signal: AbortSignal): AsyncGenerator<Changes | null, void> {
  const { followers, reads } = hub();
  const follower: Follower = { hasNews: true, wake: () => undefined, leave: new AbortController() };
  const leaving = AbortSignal.any([signal, follower.leave.signal]);
  leaving.addEventListener('abort', () => follower.wake());
  followers.add(follower);
  try {
    yield null;
    for (let position = after; !leaving.aborted; ) {
      follower.hasNews = false;
      const changes = await shared(reads, position);
      if (BigInt(changes.position) > position) {
        position = BigInt(changes.position);
        yield changes;
        await sleep(PAUSE_MS);
      } else if (!follower.hasNews && !leaving.aborted && !(await news(follower))) yield null;
    }
  } finally {
    followers.delete(follower);
  }
}

/** Those who wait at the same position read once. */
function shared(reads: Map<bigint, Promise<Changes>>, position: bigint): Promise<Changes> {
  const known = reads.get(position);
  if (known !== undefined) return known;
  const reading = readChanges(position);
  reads.set(position, reading);
  reading.catch(() => reads.delete(position));
  return reading;
}

/** Waits for news; `false` when it was quiet for too long. */
function news(follower: Follower): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), BEAT_MS);
    follower.wake = () => {
      clearTimeout(timer);
      resolve(true);
    };
  });
}
