import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { classNames } from '@/components/ui/class-names';
import { limitState } from '@/lib/refunds/limits';
import type { LadderStep, Limits } from '@/lib/refunds/refund';
import { limitsText, secondsText, usualText } from './refund-words';

const FILLS = { on_time: 'bg-positive', slow: 'bg-caution', late: 'bg-caution', stuck: 'bg-negative' } as const;

type Props = { readonly step: LadderStep; readonly limits: Limits; readonly now: Date };

/** How long a step took, or takes, against the time after which it is late (the bar's whole width). */
export function LimitBar({ step, limits, now }: Props) {
  const t = useTranslations('refunds');
  const region = useRegion();
  const isDone = step.status === 'completed' || step.status === 'failed';
  const seconds = Math.max(
    0,
    Math.round(((isDone ? Date.parse(step.by) : +now) - Date.parse(step.firstSeenAt)) / 1000),
  );
  const usual = usualText(limits, t, region);
  // First told of when it was done already: nobody told how long it took.
  if (isDone && seconds === 0) return <p className="text-2xs text-ink-2">{usual}</p>;
  const time = secondsText(seconds, region);
  const percent = Math.min(100, Math.round((seconds / limits.late) * 100));
  const state = limitState(seconds, limits, step.status);
  return (
    <div className="flex items-center gap-2 text-2xs text-ink-2" title={limitsText(limits, t, region)}>
      <span className="tabular-nums">
        {isDone ? t('ladder.within', { time, usual }) : t('ladder.for', { time, usual })}
      </span>
      <span
        role="img"
        aria-label={t('ladder.bar', { time, late: secondsText(limits.late, region) })}
        className="h-1.5 w-20 overflow-hidden rounded-full border border-line bg-sunken"
      >
        <span className={classNames('block h-full', FILLS[state])} style={{ width: `${percent}%` }} />
      </span>
    </div>
  );
}
