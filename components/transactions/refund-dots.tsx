import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { RefundStatus } from '@/lib/events/status';
import type { RefundLadder } from './transaction-row';

/** A refund as a small ladder: one dot per step, filled when done, half when under way, hollow before, crossed when failed. */
export function RefundDots({ refund }: { readonly refund: RefundLadder | null }) {
  const t = useTranslations('controls');
  const words = useTranslations('words');
  if (!refund) {
    return (
      <span className="absent text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{words('none')}</span>
      </span>
    );
  }
  const steps = refund.steps.length > 0 ? refund.steps : [{ step: 'refund', status: refund.status ?? 'pending' }];
  const told = steps.map(({ step, status }, i) =>
    // The provider's own word for the step.
    t('refund.step', { place: i + 1, step: step.replaceAll('_', ' ').toLowerCase(), state: t(`refund.${status}`) }),
  );
  const all = { steps: told.join('; ') };
  const label = refund.status
    ? t('refund.state', { state: t(`refund.${refund.status}`), ...all })
    : t('refund.none', all);
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex items-center align-middle">
      {steps.map(({ status }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <span key={i} className="inline-flex items-center">
          {i > 0 && <span className="h-px w-1.5 bg-line-strong" />}
          <Dot status={status} />
        </span>
      ))}
    </span>
  );
}

function Dot({ status }: { readonly status: RefundStatus }) {
  const tone = status === 'failed' ? 'text-negative' : status === 'completed' ? 'text-positive' : 'text-ink-2';
  return (
    <svg viewBox="0 0 12 12" aria-hidden className={classNames('size-3', tone)}>
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={status === 'completed' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={status === 'pending' ? '2 1.6' : undefined}
      />
      {status === 'processing' && <path d="M6 1.5 A4.5 4.5 0 0 1 6 10.5 Z" fill="currentColor" />}
      {status === 'failed' && (
        <path d="M4.2 4.2 L7.8 7.8 M7.8 4.2 L4.2 7.8" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
      )}
    </svg>
  );
}
