import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { type Said, spokenKept } from '@/lib/language/said';
import type { CorrectionView } from '@/lib/reconciliation/line-correction';
import type { TimeZone } from '@/lib/time-zones';
import { type DeedAction, DeedForm } from './deed-form';

type Props = {
  /** The latest first. */
  readonly corrections: readonly CorrectionView[];
  readonly zone: TimeZone;
  /** `null` where the line is matched: what it was matched by is not changed under it. */
  readonly undo: DeedAction | null;
  /** What else can be done. */
  readonly children?: ReactNode;
};

/** How people read the line otherwise than its file did: before and after, by whom, when and why. */
export function CorrectionsCard({ corrections, zone, undo, children }: Props) {
  const t = useTranslations('reconciliation');
  const reader = useReader();
  return (
    <SectionCard title={t('corrections.title')} description={t('corrections.about')} bodyClassName="space-y-4">
      {corrections.length === 0 && <p className="text-body text-ink-2">{t('corrections.none')}</p>}
      {corrections.length > 0 && (
        <ol aria-label={t('corrections.list')} className="list-none space-y-3">
          {corrections.map(({ seq, changes, reason, isUndo, madeBy, madeAt }, at) => (
            <li key={seq} className="space-y-1 border-l-2 border-line pl-3 text-body">
              <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
                {madeBy} · <Instant at={madeAt} zone={zone} />
                {isUndo && ` · ${t('corrections.undid')}`}
              </p>
              <ul className="list-none">
                {changes.map(({ label, before, after }) => (
                  <li key={JSON.stringify([label, before, after])} className="[overflow-wrap:anywhere]">
                    <span className="text-xs text-ink-2">
                      <Value text={label} />
                    </span>{' '}
                    <Value text={before} /> <span aria-hidden>→</span>{' '}
                    <span className="sr-only">{t('corrections.became')}</span> <Value text={after} />
                  </li>
                ))}
              </ul>
              <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">{spokenKept(reason, reader)}</p>
              {at === 0 && undo && (
                <DeedForm action={undo} about={{ correction: seq }}>
                  {t('corrections.undo')}
                </DeedForm>
              )}
            </li>
          ))}
        </ol>
      )}
      {children}
    </SectionCard>
  );
}

function Value({ text }: { readonly text: Said | string | null }) {
  const t = useTranslations('reconciliation');
  if (text === null) return <span className="text-ink-2 italic">{t('corrections.empty')}</span>;
  return <span>{typeof text === 'string' ? text : <Says said={text} />}</span>;
}
