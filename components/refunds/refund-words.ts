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
import { formatLag } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import type { RefundRow } from '@/lib/refunds/board';
import type { BoardColumn, LimitState, Limits } from '@/lib/refunds/refund';
import { REVERSALS } from '@/lib/refunds/whereabouts';

type Look = { readonly icon: LucideIcon; readonly tone: Tone };

/** The board's columns, and the stages that one can filter by. */
export const STAGE_LOOKS = {
  triggered: { icon: CircleDashed, tone: 'neutral' },
  moving: { icon: CircleDotDashed, tone: 'progress' },
  waiting_for_id: { icon: ScanSearch, tone: 'progress' },
  late: { icon: AlarmClock, tone: 'caution' },
  stuck: { icon: OctagonAlert, tone: 'negative' },
  returned: { icon: CornerDownLeft, tone: 'positive' },
} as const satisfies Record<BoardColumn, Look>;

export const LIMIT_LOOKS = {
  on_time: { icon: CircleCheck, tone: 'positive' },
  slow: { icon: Hourglass, tone: 'caution' },
  late: { icon: AlarmClock, tone: 'caution' },
  stuck: { icon: OctagonAlert, tone: 'negative' },
} as const satisfies Record<LimitState, Look>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A number of seconds, exact below an hour: "8 s", "4 min 12 s", "2 h 10 min". */
export function secondsText(seconds: number, region: Region): string {
  if (seconds >= HOUR) return formatLag(seconds * 1000, region);
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / MINUTE), whole % MINUTE];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** What the limits rest on, exactly: the history, then what follows from it. */
export function limitsText(
  { p50, p95, count, slow, late, stuck }: Limits,
  t: Translator<'refunds'>,
  region: Region,
): string {
  const text = (seconds: number) => secondsText(seconds, region);
  const after = { slow: text(slow), late: text(late), stuck: text(stuck) };
  if (p50 === null || p95 === null) return t('limits.unknown', after);
  return t('limits.known', { count, p50: text(p50), p95: text(p95), ...after });
}

/** How long it takes in half of the cases; where nobody knows yet, when it is late. */
export function usualText({ p50, late }: Limits, t: Translator<'refunds'>, region: Region): string {
  return p50 === null
    ? t('limits.lateAfter', { time: secondsText(late, region) })
    : t('limits.usually', { time: secondsText(p50, region) });
}

/** A reversal is told when it has happened: it took no time that anybody knows. */
export function hasDuration({ whereabouts }: RefundRow): boolean {
  return !(REVERSALS as readonly string[]).includes(whereabouts);
}

/** How old it is, or how long it took. */
export function ageText(refund: RefundRow, t: Translator<'refunds'>, region: Region): string {
  const { ageSeconds, status } = refund;
  if (!hasDuration(refund)) return t('age.cameBack');
  const age = ageSeconds < 10 ? `${ageSeconds} s` : formatLag(ageSeconds * 1000, region);
  return status === 'completed' ? t('age.took', { age }) : age;
}
