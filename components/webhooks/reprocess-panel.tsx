import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { byWeight, type Effect, type EffectSummary, summaryOf, verdictOf } from '@/lib/events/effect';
import { SHOWN_EFFECTS, summaryText, toEffectRows } from './effect-row';
import { EffectTable } from './effect-table';
import { ReprocessForm } from './reprocess-form';

type Props = {
  readonly seqs: readonly string[];
  /** What reading them again would do, as it was just tried. */
  readonly effects: readonly Effect[];
  readonly action: ComponentProps<typeof ReprocessForm>['action'];
  readonly cancel: ReactNode;
  /** What is said where no delivery was chosen. */
  readonly nothing?: ReactNode;
};

/**
 * What reading deliveries again would change, and the button that does it. Up to here nothing has changed. The form is
 * there even for none at all: a filter such as "unrecognised" has nothing left once its deliveries are understood, and
 * the answer to the form must still have its place.
 */
export function ReprocessPanel({ seqs, effects, action, cancel, nothing }: Props) {
  const summary = summaryOf(seqs.length, effects);
  // One delivery is told about in any case; of many, what would not stay the same and what is still not understood.
  const isTold = (effect: Effect) => seqs.length === 1 || verdictOf(effect) !== 'unchanged' || effect.reason !== null;
  const told = byWeight(effects).filter(isTold);
  return (
    <ReprocessForm seqs={seqs} action={action} isUseful={summary.changed > 0} cancel={seqs.length > 0 && cancel}>
      {seqs.length === 0 ? nothing : <Preview summary={summary} told={told} />}
    </ReprocessForm>
  );
}

function Preview({ summary, told }: { readonly summary: EffectSummary; readonly told: readonly Effect[] }) {
  const t = useTranslations('webhooks');
  const tellings = useTranslations('deliveries');
  const reader = useReader();
  return (
    <>
      <Alert title={summary.changed > 0 ? t('again.would') : t('again.wouldNot')}>
        {summaryText(summary, false, tellings)}. {summary.changed > 0 && t('again.notYet')}
      </Alert>
      {told.length > 0 && <EffectTable rows={toEffectRows(told, reader)} isDone={false} />}
      {told.length > SHOWN_EFFECTS && (
        <p className="text-xs text-ink-2">{t('again.first', { shown: SHOWN_EFFECTS, count: told.length })}</p>
      )}
    </>
  );
}
