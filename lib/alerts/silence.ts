import { TZDate } from '@date-fns/tz';
import type { Provider } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { Level, Thresholds } from './rule';

/**
 * Whether a source is quiet for longer than its own habit explains. The silence so far, from the last message to now, is
 * laid over the same hours of the same weekdays of the weeks before, on the source's own clock. So a quiet Sunday is
 * compared with Sundays, and a quiet Tuesday noon with Tuesdays at noon. Pure.
 */

/** Where each source's people work: their weeks make its rhythm. */
export const ZONE_OF_SOURCE = {
  juno: 'America/Mexico_City',
  ripio: 'America/Argentina/Buenos_Aires',
  brla: 'America/Sao_Paulo',
} as const satisfies Record<Provider, TimeZone>;

/** How many weeks are looked at, and with fewer than how many the history is too thin. */
export const COMPARED_WEEKS = 8;
export const LEAST_WEEKS = 3;

const DAY_MS = 24 * 3_600_000;
/** Of a longer silence its last week is compared, which has every hour of a week in it. */
const COMPARED_MS = 7 * DAY_MS;

export type Window = { readonly from: Date; readonly to: Date };

/** What is known of a source that has spoken at least once. */
export type SourceFacts = {
  readonly provider: Provider;
  readonly lastAt: Date;
  /** How many messages each of `windowsBefore` had, the latest first; only those that the source's history covers. */
  readonly weeks: readonly number[];
};

export type SilenceDetail = {
  readonly lastAt: string;
  /** How many weeks were compared; with too few the fixed limit held, and `usual` is `null`. */
  readonly weeks: number;
  /** How many messages usually come in such a time (median). */
  readonly usual: number | null;
};

/**
 * The same hours of the weeks before, the latest first: those that end before the silence began. Daylight saving moves
 * them along with the source's clock.
 */
export function windowsBefore(provider: Provider, lastAt: Date, now: Date): Window[] {
  const zone = ZONE_OF_SOURCE[provider];
  const from = new Date(Math.max(+lastAt, +now - COMPARED_MS));
  const first = Math.max(1, Math.ceil((+now - +lastAt) / COMPARED_MS));
  return Array.from({ length: COMPARED_WEEKS }, (_, at) => ({
    from: weeksBefore(from, first + at, zone),
    to: weeksBefore(now, first + at, zone),
  }));
}

function weeksBefore(instant: Date, weeks: number, zone: TimeZone): Date {
  const local = new TZDate(+instant, zone);
  local.setDate(local.getDate() - 7 * weeks);
  return new Date(+local);
}

/** What there is to tell about a source; `null` while its silence is usual. */
export function silenceOf(
  { provider, lastAt, weeks }: SourceFacts,
  { warning, urgent, leastMinutes, thinMinutes }: Thresholds['silence'],
  now: Date,
): { readonly subject: Provider; readonly level: Level; readonly detail: SilenceDetail } | null {
  const minutes = (+now - +lastAt) / 60_000;
  const told = (level: Level, usual: number | null) => ({
    subject: provider,
    level,
    detail: { lastAt: lastAt.toISOString(), weeks: weeks.length, usual },
  });
  if (minutes < leastMinutes) return null;
  if (weeks.length < LEAST_WEEKS) return minutes >= thinMinutes ? told('warning', null) : null;
  // One holiday among the weeks is no habit, two are: then such a silence has been seen before, and is none.
  if (weeks.filter((count) => count === 0).length > Math.floor(weeks.length / LEAST_WEEKS / 2)) return null;
  const usual = median(weeks);
  if (usual < warning) return null;
  return told(usual >= urgent ? 'urgent' : 'warning', usual);
}

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? 0)) / 2 : upper;
}
