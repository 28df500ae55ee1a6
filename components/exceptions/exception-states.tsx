import { CircleCheck, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { formatCount } from '@/lib/format';
import type { RunView } from '@/lib/reconciliation/view';
import type { ExceptionQuery } from '@/lib/reconciliation/view-query';
import type { TimeZone } from '@/lib/time-zones';
import { EXCEPTIONS, exceptionsHref } from './exception-links';

type OpenProps = {
  /** The last run that was kept and ended; `null` before the first. */
  readonly run: RunView | null;
  readonly zone: TimeZone;
};

/** All done and the figures that prove it, or that nobody has looked yet. */
export function NoExceptionOpen({ run, zone }: OpenProps) {
  const t = useTranslations('exceptions');
  const region = useRegion();
  if (!run?.figures) {
    return (
      <EmptyState
        icon={Play}
        title={t('state.notRun')}
        actions={<ButtonLink href="/reconciliation/rules">{t('state.rulesAndRuns')}</ButtonLink>}
      >
        {t('state.notRunAbout')}
      </EmptyState>
    );
  }
  const { linesIn, legsIn, matched, exceptions } = run.figures;
  const lines = Object.values(matched).reduce((sum, one) => sum + one.lines, 0);
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('state.noneOpen')}
      actions={<ButtonLink href="/reconciliation/rules">{t('state.theRuns')}</ButtonLink>}
    >
      {t.rich('state.lastRun', {
        at: () => <Instant at={run.startedAt} zone={zone} />,
        lines: formatCount(linesIn, region),
        legs: formatCount(legsIn, region),
        matched: formatCount(lines, region),
        ended: formatCount(exceptions.resolved, region),
      })}
    </EmptyState>
  );
}

/** None fits; the conditions stand above. `hidden`: how many are open without them. */
export function NoExceptionMatches({ hidden }: { readonly hidden: number }) {
  const t = useTranslations('exceptions');
  if (hidden === 0) return <NoRowMatches title={t('state.noMatch')} />;
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('state.noMatch')}
      actions={<ButtonLink href={EXCEPTIONS}>{t('state.showAll')}</ButtonLink>}
    >
      {t('state.hidden', { count: hidden })}
    </EmptyState>
  );
}

export function ExceptionsTookTooLong({ query }: { readonly query: ExceptionQuery }) {
  const t = useTranslations('exceptions');
  return <ListTookTooLong href={exceptionsHref(query)} clearHref={EXCEPTIONS} advice={t('state.advice')} />;
}

/** A page link that belongs to another filter or order. */
export function ExceptionCursorRefused({
  query,
  message,
}: {
  readonly query: ExceptionQuery;
  readonly message: Parameters<typeof PageLinkRefused>[0]['message'];
}) {
  return <PageLinkRefused href={exceptionsHref({ ...query, cursor: null })} message={message} />;
}
