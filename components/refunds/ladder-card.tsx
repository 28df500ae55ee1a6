import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { SectionCard } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { TONE_SOFT, type Tone } from '@/components/ui/tone';
import { spoken } from '@/lib/language/said';
import type { Environment } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { limitsOf } from '@/lib/refunds/limits';
import { fillWhereabouts } from '@/lib/refunds/locate';
import type { BoardColumn, Limits } from '@/lib/refunds/refund';
import { stepsToCome } from '@/lib/refunds/steps';
import type { TimeZone } from '@/lib/time-zones';
import type { Related } from '@/lib/transactions/detail';
import type { Transaction } from '@/lib/transactions/transaction';
import { LadderStepItem, StepToCome } from './ladder-step';
import { LadderTracks } from './ladder-tracks';
import { LimitChip } from './limit-chip';
import { ageText, hasDuration } from './refund-words';

type Props = {
  readonly transaction: Transaction;
  readonly refund: RefundRow;
  /** All that are in force. */
  readonly limits: readonly Limits[];
  readonly related: readonly Related[];
  readonly environment: Environment;
  readonly zone: TimeZone;
  readonly now: Date;
};

/** How the money of one payment comes back: where it is now, the two states side by side, and the steps of the way. */
export function LadderCard({ transaction, refund, limits, related, environment, zone, now }: Props) {
  const t = useTranslations('refunds');
  const { region } = useReader();
  // A refund may repeat a step: its place is its identity.
  const steps = refund.steps.map((step, place) => ({ step, place }));
  const toCome = stepsToCome(refund);
  const ofStep = (step: string) => limitsOf(limits, { ...refund, step });
  return (
    <SectionCard
      title={t('ladder.title')}
      description={t('ladder.about')}
      actions={
        <>
          <span className="text-xs text-ink-2 tabular-nums">{ageText(refund, t, region)}</span>
          {hasDuration(refund) && <LimitChip state={refund.limitState} limits={refund.limits} />}
        </>
      }
      bodyClassName="space-y-4"
    >
      <Whereabouts refund={refund} />
      {refund.whereabouts === 'returned_with_open_step' && (
        <Alert tone="caution" title={t('ladder.contradiction')}>
          {t('ladder.contradictionAbout')}
        </Alert>
      )}
      <LadderTracks transaction={transaction} refund={refund} related={related} />
      {steps.length > 0 && (
        <ol className="list-none" aria-label={t('ladder.steps')}>
          {steps.map(({ step, place }) => (
            <LadderStepItem
              key={place}
              step={step}
              limits={ofStep(step.step)}
              kind={refund.kind}
              network={transaction.network}
              environment={environment}
              zone={zone}
              now={now}
            />
          ))}
        </ol>
      )}
      {steps.length === 0 && <p className="text-xs text-ink-2">{t('ladder.noSteps')}</p>}
      {toCome.length > 0 && (
        <div className="border-t border-dashed border-line-strong pt-3">
          <h3 className="mb-2 text-xs font-medium text-ink-2">{t('ladder.toCome')}</h3>
          <ul className="list-none space-y-2">
            {toCome.map((step) => (
              <StepToCome key={step} step={step} limits={ofStep(step)} kind={refund.kind} />
            ))}
          </ul>
        </div>
      )}
    </SectionCard>
  );
}

/** Calm while it is on its way. */
const TONES: Partial<Record<BoardColumn, Tone>> = { late: 'caution', stuck: 'negative', returned: 'positive' };

function Whereabouts({ refund }: { readonly refund: RefundRow }) {
  const t = useTranslations('refunds');
  const reader = useReader();
  const { sentence, next } = fillWhereabouts(refund);
  const tone = TONES[refund.column] ?? 'progress';
  return (
    <div className={classNames('flex gap-3 rounded-lg border px-3.5 py-3', TONE_SOFT[tone])}>
      <MapPin aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <h3 className="text-xs font-medium">{t('ladder.where')}</h3>
        <p className="mt-0.5 text-base font-medium text-balance text-ink">{spoken(sentence, reader)}</p>
        <p className="mt-1 text-body text-ink-2">
          {t.rich('ladder.next', {
            b: (chunks) => <span className="font-medium text-ink">{chunks}</span>,
            next: spoken(next, reader),
          })}
        </p>
      </div>
    </div>
  );
}
