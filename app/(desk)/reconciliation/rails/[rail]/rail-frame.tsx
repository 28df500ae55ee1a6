import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ExportDialog } from '@/components/exports/export-dialog';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { ForgottenNotice } from '@/components/private/forgotten-notice';
import { ReconciliationTabs } from '@/components/reconciliation/reconciliation-tabs';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { LinkChoices } from '@/components/ui/link-choices';
import type { ShownKept } from '@/lib/kept-value';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import type { Rail } from '@/lib/reconciliation/leg';
import type { Problem } from '@/lib/reconciliation/view-query';

type Props = {
  readonly rail: Rail;
  readonly shows: 'legs' | 'lines';
  /** The query string of the same filter, as its own writer writes it. */
  readonly exportQuery: string;
  /** How many rows match; `null` where they were not counted. */
  readonly count: number | null;
  readonly problems: readonly Problem[];
  readonly kept: ShownKept;
  readonly filters: ReactNode;
  readonly children: ReactNode;
};

/** What legs and lines of a rail have around them: the switch between the two, the filters, and the files. */
export async function RailFrame({ rail, shows, exportQuery, count, problems, kept, filters, children }: Props) {
  const t = await getTranslations('reconciliation');
  const words = await getTranslations('words');
  const reader = await displayReader();
  const title = words(`railTitle.${rail}`);
  const ignored = problems.map(({ parameter, message }) => ({ parameter, message: spoken(message, reader) }));
  const path = `/reconciliation/rails/${rail}`;
  return (
    <Messages rooms={['exports']}>
      {/* From a tablet up the table scrolls in a pane of its own: heads, totals and page links stay in sight. */}
      <div className="flex flex-col md:h-[calc(100dvh-7.5rem)] md:min-h-[40rem]">
        <PageHeader
          title={t('title')}
          description={rail === 'chain' ? t('rail.aboutChain', { rail: title }) : t('rail.about', { rail: title })}
          actions={
            <>
              <LinkChoices
                label={t('rail.show')}
                choices={[
                  { href: path, label: t('rail.legs'), isCurrent: shows === 'legs' },
                  { href: `${path}/lines`, label: t('rail.lines'), isCurrent: shows === 'lines' },
                ]}
              />
              <ExportDialog list={shows} query={exportQuery} count={count} />
            </>
          }
        />
        <ReconciliationTabs current={rail} className="mb-4 shrink-0" />
        <IgnoredParameters problems={ignored} />
        <ForgottenNotice kept={kept} />
        <div className="mb-4 space-y-3">{filters}</div>
        {children}
      </div>
    </Messages>
  );
}
