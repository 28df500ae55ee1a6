import { CircleCheck, SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { CursorPages } from '@/components/ui/cursor-pages';
import { EmptyState } from '@/components/ui/empty-state';
import { acknowledgementsHref, readAcknowledgementQuery } from '@/components/webhooks/acknowledgement-query';
import { AcknowledgementTable } from '@/components/webhooks/acknowledgement-table';
import { IgnoredNotice } from '@/components/webhooks/ignored-notice';
import { LogImportForm } from '@/components/webhooks/log-import-form';
import { TableCard } from '@/components/webhooks/table-card';
import { WebhookTabs } from '@/components/webhooks/webhook-tabs';
import { requireViewer } from '@/lib/access/session';
import type { AcknowledgementTotals } from '@/lib/events/acknowledgement';
import { listAcknowledgements, readAcknowledgementTotals } from '@/lib/events/acknowledgement.store';
import { formatCount } from '@/lib/format';
import { displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import type { TimeZone } from '@/lib/time-zones';

export const metadata: Metadata = { title: 'False acknowledgements' };

const PAGE_ROWS = 50;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** What a provider believes delivered and the desk never saw. */
export default async function AcknowledgementsPage({ searchParams }: Props) {
  await requireViewer();
  const { place, ignored } = readAcknowledgementQuery(toSearch(await searchParams));
  const [page, totals, zone] = await Promise.all([
    listAcknowledgements(place, PAGE_ROWS),
    readAcknowledgementTotals(),
    displayZone(),
  ]);
  return (
    <>
      <PageHeader title="Webhooks" description="What a provider believes delivered and the desk never saw" />
      <WebhookTabs current="acknowledgements" className="mb-4" />
      <IgnoredNotice names={ignored} />
      <div className="space-y-4">
        <Head totals={totals} zone={zone} />
        <SectionCard
          title="Compare a log with what arrived"
          description="The log of the proxy in front of the desk; the same lines may be imported again, nothing is added twice"
          bodyClassName="space-y-4"
        >
          <LogImportForm />
          <div className="max-w-2xl space-y-1.5">
            <p className="text-xs text-ink-2">On the server, for a log of any size, or every night:</p>
            <CodeBlock code="npm run access-log -- /var/log/nginx/access.log" label="the command" />
          </div>
        </SectionCard>
        <TableCard label="False acknowledgements">
          {page.rows.length > 0 ? (
            <AcknowledgementTable rows={page.rows} zone={zone} />
          ) : place ? (
            <EmptyState
              icon={SearchX}
              title="None beyond this point"
              actions={<ButtonLink href="/webhooks/acknowledgements">Show all</ButtonLink>}
            />
          ) : (
            <EmptyState icon={CircleCheck} title="None found">
              No imported log had an answer below 500 without stored bytes. This says nothing about times of which no
              log was imported.
            </EmptyState>
          )}
        </TableCard>
        {(page.newer || page.older) && (
          <CursorPages
            label="Pages of false acknowledgements"
            previous={page.newer && acknowledgementsHref(page.newer, 'newer')}
            next={page.older && acknowledgementsHref(page.older, 'older')}
          />
        )}
      </div>
    </>
  );
}

function Head({
  totals: { count, lastAt },
  zone,
}: {
  readonly totals: AcknowledgementTotals;
  readonly zone: TimeZone;
}) {
  return (
    <Alert
      tone={count > 0 ? 'negative' : 'neutral'}
      title={
        count === 0 ? (
          'No false acknowledgement is known'
        ) : (
          <>
            {formatCount(count)} false {count === 1 ? 'acknowledgement' : 'acknowledgements'}; none known since{' '}
            <Instant at={lastAt} zone={zone} />
          </>
        )
      }
    >
      BRLA counts any answer below 500 as delivered, and Bitso retries only on 5xx and time-outs: when a proxy answers
      401 or 404 in front of the desk, the message is lost without trace at their end. Each line below is one of those;
      ask the provider to send it again, by its time.
    </Alert>
  );
}
