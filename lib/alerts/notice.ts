import type { Level } from './rule';

/** When a notice that failed is tried again, and when nobody tries any more. Pure. */

const MINUTE_MS = 60_000;

/** How long a notice rests after its first try, its second … After the last of them it is given up: nine hours. */
export const RESTS_MINUTES = [1, 2, 5, 15, 60, 180, 300] as const;
export const MOST_TRIES = RESTS_MINUTES.length + 1;

/** After so many tries, at the earliest when; `null` where it was given up. */
export function nextTryAt(tries: number, triedAt: Date | null): Date | null {
  if (tries === 0 || triedAt === null) return new Date(0);
  const rest = RESTS_MINUTES[tries - 1];
  return rest === undefined ? null : new Date(+triedAt + rest * MINUTE_MS);
}

/** One telling of one alert by one channel, and how it went. */
export type Notice = {
  readonly channel: string;
  readonly level: Level;
  readonly tries: number;
  readonly triedAt: Date | null;
  readonly sentAt: Date | null;
  /** What went wrong at the last try. */
  readonly failure: string | null;
};

export type NoticeState = 'sent' | 'waiting' | 'retried' | 'given_up';

export function noticeStateOf({ tries, sentAt }: Pick<Notice, 'tries' | 'sentAt'>): NoticeState {
  if (sentAt !== null) return 'sent';
  if (tries === 0) return 'waiting';
  return tries >= MOST_TRIES ? 'given_up' : 'retried';
}
