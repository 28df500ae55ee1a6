import {
  AlarmClock,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CornerDownLeft,
  Hourglass,
  type LucideIcon,
  OctagonAlert,
  ScanSearch,
} from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import { formatCount, formatLag } from '@/lib/format';
import type { RefundRow } from '@/lib/refunds/board';
import type { BoardColumn, LimitState, Limits } from '@/lib/refunds/refund';
import { REVERSALS } from '@/lib/refunds/whereabouts';

type Look = { readonly words: string; readonly icon: LucideIcon; readonly tone: Tone };

/** The board's columns, and the stages that one can filter by. */
export const STAGE_LOOKS = {
  triggered: { words: 'Triggered', icon: CircleDashed, tone: 'neutral' },
  moving: { words: 'Moving', icon: CircleDotDashed, tone: 'progress' },
  waiting_for_id: { words: 'Waiting for id', icon: ScanSearch, tone: 'progress' },
  late: { words: 'Late', icon: AlarmClock, tone: 'caution' },
  stuck: { words: 'Stuck', icon: OctagonAlert, tone: 'negative' },
  returned: { words: 'Returned', icon: CornerDownLeft, tone: 'positive' },
} as const satisfies Record<BoardColumn, Look>;

export const LIMIT_LOOKS = {
  on_time: { words: 'On time', icon: CircleCheck, tone: 'positive' },
  slow: { words: 'Slow', icon: Hourglass, tone: 'caution' },
  late: { words: 'Late', icon: AlarmClock, tone: 'caution' },
  stuck: { words: 'Stuck', icon: OctagonAlert, tone: 'negative' },
} as const satisfies Record<LimitState, Look>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A number of seconds, exact below an hour: "8 s", "4 min 12 s", "2 h 10 min". */
export function secondsText(seconds: number): string {
  if (seconds >= HOUR) return formatLag(seconds * 1000);
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / MINUTE), whole % MINUTE];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** What the limits rest on, exactly: the history, then what follows from it. */
export function limitsText({ p50, p95, count, slow, late, stuck }: Limits): string {
  const history =
    p50 === null || p95 === null
      ? 'None was completed in the past 90 days, so the limits are the floor.'
      : `Of ${formatCount(count)} completed in 90 days half took at most ${secondsText(p50)} (p50) and 95 % at most ${secondsText(p95)} (p95).`;
  return `${history} Slow after ${secondsText(slow)}, late after ${secondsText(late)}, stuck after ${secondsText(stuck)}.`;
}

/** How long it takes in half of the cases; where nobody knows yet, when it is late. */
export function usualText({ p50, late }: Limits): string {
  return p50 === null ? `late after ${secondsText(late)}` : `usually ${secondsText(p50)}`;
}

/** A reversal is told when it has happened: it took no time that anybody knows. */
export function hasDuration({ whereabouts }: RefundRow): boolean {
  return !(REVERSALS as readonly string[]).includes(whereabouts);
}

/** How old it is, or how long it took. */
export function ageText(refund: RefundRow): string {
  const { ageSeconds, status } = refund;
  if (!hasDuration(refund)) return 'came back';
  const age = ageSeconds < 10 ? `${ageSeconds} s` : formatLag(ageSeconds * 1000);
  return status === 'completed' ? `took ${age}` : age;
}
