import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { CorrectForm } from '@/components/reconciliation/correct-form';
import type { DeedAction } from '@/components/reconciliation/deed-form';
import { lineHref } from '@/components/reconciliation/rail-links';
import { Disclosure } from '@/components/transactions/disclosure';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { spokenKept } from '@/lib/language/said';
import type { ExceptionRow, LineRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { ReopenForm, ResolveForm, type WorkAction } from './resolve-form';

type Props = {
  readonly exception: ExceptionRow;
  /** The line it is about; `null` where there is none. */
  readonly line: LineRow | null;
  readonly zone: TimeZone;
  readonly resolve: WorkAction;
  readonly correct: DeedAction;
  readonly reopen: WorkAction;
};

/** The ways to close an exception, or what closed it and the way back. */
export function ResolveCard({ exception, line, zone, resolve, correct, reopen }: Props) {
  const t = useTranslations('exceptions');
  const { state, waitUntil } = exception;
  if (state === 'resolved') {
    return (
      <SectionCard title={t('resolve.titleDone')} id="resolve" bodyClassName="space-y-3">
        <Closed exception={exception} zone={zone} />
        <ReopenForm exception={exception} action={reopen} />
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t('resolve.title')} id="resolve" bodyClassName="space-y-4">
      {state === 'waiting' && (
        <div className="space-y-3 border-b border-line pb-4">
          <p className="text-body text-ink-2">{t('resolve.waitsUntil', { day: waitUntil ?? '' })}</p>
          <ReopenForm exception={exception} action={reopen} />
        </div>
      )}
      {line && line.matchId === null && (
        <div>
          <ButtonLink href={`/reconciliation/workbench?line=${line.seq}`} size="small">
            {t('resolve.match')} <ArrowRight aria-hidden />
          </ButtonLink>
          <p className="mt-1 text-xs text-ink-2">{t('resolve.matchAbout')}</p>
        </div>
      )}
      <ResolveForm exception={exception} action={resolve} />
      {line && <Correct line={line} action={correct} />}
    </SectionCard>
  );
}

/** What was read wrongly is read anew; the next run looks at the line as it is then. */
function Correct({ line, action }: { readonly line: LineRow; readonly action: DeedAction }) {
  const t = useTranslations('exceptions');
  if (line.matchId !== null)
    return (
      <p className="text-xs text-ink-2">
        {t.rich('resolve.lineMatched', {
          page: (chunks) => (
            <Link href={lineHref(line.seq)} className="text-accent hover:underline">
              {chunks}
            </Link>
          ),
        })}
      </p>
    );
  return (
    <Disclosure summary={t('resolve.correct')}>
      <CorrectForm
        key={JSON.stringify([line.kind, line.name, line.account, line.taxId, line.ids])}
        line={line}
        action={action}
      />
    </Disclosure>
  );
}

function Closed({ exception, zone }: Pick<Props, 'exception' | 'zone'>) {
  const t = useTranslations('exceptions');
  const reader = useReader();
  const { resolution, remark, resolvedBy, resolvedAt } = exception;
  return (
    <div className="text-body">
      <p className="font-medium">{resolution ? reader.t(`reasons.resolution.${resolution}`) : t('resolve.resolved')}</p>
      {remark && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{spokenKept(remark, reader)}</p>}
      <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
        {resolvedBy ?? t('resolve.desk')} · <Instant at={resolvedAt} zone={zone} />
      </p>
    </div>
  );
}
