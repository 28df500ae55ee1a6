import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import { LIMIT_DAYS, SEVERITY_LOOKS, STATE_LOOKS } from './exception-words';

type Props<N extends keyof ExceptionRow> = { readonly exception: Pick<ExceptionRow, N> };

/** How grave it is; the title says how that is worked out. */
export function SeverityBadge({ exception: { severity } }: Props<'severity'>) {
  const says = useTranslations('reasons');
  const { icon, tone } = SEVERITY_LOOKS[severity];
  return (
    <Badge icon={icon} tone={tone} title={says('severityFormula')}>
      {says(`severity.${severity}`)}
    </Badge>
  );
}

export function ExceptionStateBadge({ exception: { state, waitUntil } }: Props<'state' | 'waitUntil'>) {
  const says = useTranslations('reasons');
  const { icon, tone } = STATE_LOOKS[state];
  return (
    <Badge icon={icon} tone={tone}>
      {state === 'waiting' && waitUntil ? says('waitingUntil', { day: waitUntil }) : says(`exceptionState.${state}`)}
    </Badge>
  );
}

/** How old it is, as a bar against its limit. */
export function AgeBar({ exception }: Props<'ageDays' | 'day' | 'state'>) {
  const t = useTranslations('exceptions');
  const { ageDays, day, state } = exception;
  const share = Math.min(1, Math.max(0, ageDays) / LIMIT_DAYS);
  const isPast = ageDays >= LIMIT_DAYS && state !== 'resolved';
  return (
    <span className="inline-flex flex-col gap-1" title={t('age.limit', { day, days: LIMIT_DAYS })}>
      <span className={classNames('text-xs whitespace-nowrap tabular-nums', isPast && 'font-medium text-negative')}>
        {ageDays <= 0 ? t('age.today') : t('age.days', { days: ageDays })}
        <span className="sr-only">
          {' '}
          {isPast ? t('age.ofPast', { days: LIMIT_DAYS }) : t('age.of', { days: LIMIT_DAYS })}
        </span>
      </span>
      <span aria-hidden className="block h-1 w-16 overflow-hidden rounded-full bg-line">
        <span
          className={classNames(
            'block h-full rounded-full',
            isPast ? 'bg-negative' : share > 0.5 ? 'bg-caution' : 'bg-progress',
          )}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
    </span>
  );
}
