import { Hourglass, MousePointerClick, Unlink } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { receivedHref } from '@/components/webhooks/received-href';
import { ReprocessPanel } from '@/components/webhooks/reprocess-panel';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { matchingSeqs } from '@/lib/events/received.store';
import { readSelection, type Selection } from '@/lib/events/received-query';
import { formatCount } from '@/lib/format';
import { MAX_REPROCESSED, previewReprocess } from '@/lib/reprocess';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { runReprocess } from './actions';

export const metadata: Metadata = { title: 'Read again' };

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Reading many deliveries again: first what would change, then the doing, then what came of it. */
export default async function ReprocessPage({ searchParams }: Props) {
  const sight = sightOf(await requireRight('browse'));
  const selection = readSelection(sight, toSearch(await searchParams));
  const back = receivedHref('by' in selection && selection.by === 'filter' ? { filters: selection.filters } : {});
  return (
    <>
      <PageHeader
        title="Read again"
        description="Today's understanding, applied to deliveries that came before"
        back={{ href: back, label: 'Webhooks' }}
      />
      {'problems' in selection ? (
        <>
          <IgnoredParameters problems={selection.problems} />
          <Card>
            <EmptyState icon={Unlink} title="This choice cannot be read" actions={<Back href={back} />}>
              Part of the address means nothing, and more than was meant might be read. Nothing was done.
            </EmptyState>
          </Card>
        </>
      ) : (
        <Preview selection={selection} back={back} sight={sight} />
      )}
    </>
  );
}

type PreviewProps = { readonly selection: Selection; readonly back: string; readonly sight: Sight };

async function Preview({ selection, back, sight }: PreviewProps) {
  const found = await resolve(selection);
  if (found === 'too long') {
    return (
      <Card>
        <EmptyState icon={Hourglass} title="This took too long" actions={<Back href={back} />}>
          The database stopped looking for the deliveries after ten seconds. Narrow the filter and ask again.
        </EmptyState>
      </Card>
    );
  }
  const seqs = found.slice(0, MAX_REPROCESSED);
  return (
    <div className="space-y-3">
      {found.length > seqs.length && (
        <Alert tone="caution" title={`Cut to ${formatCount(MAX_REPROCESSED)}`}>
          More deliveries match. The newest {formatCount(MAX_REPROCESSED)} are read in one go; narrow the filter by time
          for the others.
        </Alert>
      )}
      <ReprocessPanel
        seqs={seqs.map(String)}
        effects={seqs.length > 0 ? await previewReprocess(sight, seqs) : []}
        action={runReprocess}
        cancel={<Back href={back} />}
        nothing={
          <Card>
            <EmptyState icon={MousePointerClick} title="No delivery was chosen" actions={<Back href={back} />}>
              Tick rows in the list of what was received, or filter it and take all that match.
            </EmptyState>
          </Card>
        }
      />
    </div>
  );
}

/** The chosen numbers, and one more than may be read at once where there are more. The server resolves a filter, not the browser. */
async function resolve(selection: Selection): Promise<bigint[] | 'too long'> {
  if (selection.by === 'number') return selection.seqs.map(BigInt);
  return inTime(matchingSeqs(selection.filters, MAX_REPROCESSED + 1));
}

function Back({ href }: { readonly href: string }) {
  return <ButtonLink href={href}>Back to the list</ButtonLink>;
}
