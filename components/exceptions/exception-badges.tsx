import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { SEVERITY_FORMULA } from '@/lib/reconciliation/severity';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import { ageText, LIMIT_DAYS, SEVERITY_LOOKS, STATE_LOOKS } from './exception-words';

type Props<N extends keyof ExceptionRow> = { readonly exception: Pick<ExceptionRow, N> };

/** How grave it is; the title says how that is worked out. */
export function SeverityBadge({ exception: { severity } }: Props<'severity'>) {
  const { words, icon, tone } = SEVERITY_LOOKS[severity];
  return (
    <Badge icon={icon} tone={tone} title={SEVERITY_FORMULA}>
      {words}
    </Badge>
  );
}

export function ExceptionStateBadge({ exception: { state, waitUntil } }: Props<'state' | 'waitUntil'>) {
  const { words, icon, tone } = STATE_LOOKS[state];
  return (
    <Badge icon={icon} tone={tone}>
      {state === 'waiting' && waitUntil ? `Waiting until ${waitUntil}` : words}
    </Badge>
  );
}

/** How old it is, as a bar against its limit. */
export function AgeBar({ exception }: Props<'ageDays' | 'day' | 'state'>) {
  const { ageDays, day, state } = exception;
  const share = Math.min(1, Math.max(0, ageDays) / LIMIT_DAYS);
  const isPast = ageDays >= LIMIT_DAYS && state !== 'resolved';
  return (
    <span className="inline-flex flex-col gap-1" title={`Of ${day}; the limit is ${LIMIT_DAYS} days`}>
      <span className={classNames('text-xs whitespace-nowrap tabular-nums', isPast && 'font-medium text-negative')}>
        {ageText(exception)}
        <span className="sr-only">
          {' '}
          of {LIMIT_DAYS}
          {isPast && ', past its limit'}
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
