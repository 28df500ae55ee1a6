import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExceptionChips } from '@/components/exceptions/exception-chips';
import { ExceptionFilters } from '@/components/exceptions/exception-filters';
import { EXCEPTIONS, type ExceptionsPath } from '@/components/exceptions/exception-links';
import { exceptionTabs } from '@/components/exceptions/exception-views';
import { exportCount } from '@/components/exports/export-count';
import { ExportDialog } from '@/components/exports/export-dialog';
import { Messages } from '@/components/language/messages';
import { useReader } from '@/components/language/reader';
import { PageHeader } from '@/components/layout/page-header';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkTabs } from '@/components/ui/link-tabs';
import { spoken } from '@/lib/language/said';
import { EXCEPTION_LIST, writeViewQuery } from '@/lib/reconciliation/view-query';
import type { AskedQueue, Queue } from './queue';

type Props = {
  readonly asked: AskedQueue;
  readonly path: ExceptionsPath;
  readonly page: Queue;
  readonly children: ReactNode;
};

/** What stands around the queue, whether it is one list or grouped by reason. */
export function QueueFrame({ asked, path, page, children }: Props) {
  const t = useTranslations('exceptions');
  const { query, read, problems, viewer, people, accounts, privately } = asked;
  const reader = useReader();
  const ignored = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
  return (
    <Messages rooms={['exceptions', 'reasons', 'legs', 'bulk', 'remarks', 'exports', 'transactions']}>
      {/* From a tablet up the table scrolls in a pane of its own: heads, totals and page links stay in sight. */}
      <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[44rem]">
        <PageHeader
          title={t('frame.title')}
          description={t('frame.description')}
          actions={
            <>
              <ButtonLink href={`${EXCEPTIONS}/reasons`}>
                <CircleHelp aria-hidden /> {t('frame.reasons')}
              </ButtonLink>
              <ExportDialog
                list="exceptions"
                query={writeViewQuery(EXCEPTION_LIST, { filters: read.filters, sort: read.sort }).toString()}
                count={exportCount(page)}
              />
            </>
          }
        />
        <ReconciliationTabs current="exceptions" className="mb-4 shrink-0" />
        <IgnoredParameters problems={ignored} />
        <ForgottenNotice kept={privately.kept} />
        <LinkTabs tabs={exceptionTabs(asked, path, t)} label={t('frame.views')} className="mb-3 shrink-0" />
        <div className="mb-4 space-y-3">
          <ExceptionFilters
            query={query}
            path={path}
            viewer={viewer}
            people={people}
            accounts={accounts}
            privately={privately}
          />
          <ExceptionChips query={query} path={path} accounts={accounts} kept={privately.kept} />
        </div>
        <Card className="flex min-h-0 min-w-0 flex-col">{children}</Card>
      </div>
    </Messages>
  );
}
