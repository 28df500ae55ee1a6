import { HOURS } from './home';

/** What one hour of the last day had, against the same hour of the same day in the weeks before. */
export type RhythmHour = {
  readonly received: number;
  /** Quartiles and mean of the weeks before; `null` where the source is too new to have any. */
  readonly band: { readonly low: number; readonly median: number; readonly high: number; readonly mean: number } | null;
};

/** The last 24 hours of a source, from the oldest to the running one. */
export type Rhythm = { readonly hours: readonly RhythmHour[]; readonly weeks: number };

export const WEEKS = 4;
const HOUR_MS = 3_600_000;
/** A source from which this many are usual in a time is silent in that time by chance once in 50 (Poisson). */
const EXPECTED_AT_LEAST = 4;

/** How many usually arrive in a time that ends now; the day before counts like the last one. `null` when not known. */
export function usualWithin(rhythm: Rhythm, silenceMs: number): number | null {
  if (rhythm.weeks === 0) return null;
  let left = Math.min(silenceMs / HOUR_MS, HOURS * 7);
  let expected = 0;
  for (let at = HOURS - 1; left > 0; at = (at + HOURS - 1) % HOURS) {
    expected += (rhythm.hours[at]?.band?.mean ?? 0) * Math.min(left, 1);
    left -= 1;
  }
  return expected;
}

/** Whether a source has been quiet for longer than its habit explains. */
export function isUnusuallySilent(rhythm: Rhythm, silenceMs: number | null): boolean {
  const expected = silenceMs === null ? null : usualWithin(rhythm, silenceMs);
  return expected !== null && expected >= EXPECTED_AT_LEAST;
}
