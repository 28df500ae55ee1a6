import { ArrowRight } from 'lucide-react';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { RESOLUTIONS } from '@/lib/reconciliation/reason';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';
import { ReopenForm, ResolveForm, type WorkAction } from './resolve-form';

type Props = {
  readonly exception: ExceptionRow;
  readonly zone: TimeZone;
  readonly resolve: WorkAction;
  readonly reopen: WorkAction;
};

/** The ways to close an exception, or what closed it and the way back. */
export function ResolveCard({ exception, zone, resolve, reopen }: Props) {
  const { state, lineSeq, waitUntil } = exception;
  if (state === 'resolved') {
    return (
      <SectionCard title="Resolved" id="resolve" bodyClassName="space-y-3">
        <Closed exception={exception} zone={zone} />
        <ReopenForm exception={exception} action={reopen} />
      </SectionCard>
    );
  }
  return (
    <SectionCard title="Resolve" id="resolve" bodyClassName="space-y-4">
      {state === 'waiting' && (
        <div className="space-y-3 border-b border-line pb-4">
          <p className="text-body text-ink-2">It waits until {waitUntil}.</p>
          <ReopenForm exception={exception} action={reopen} />
        </div>
      )}
      {lineSeq !== null && (
        <div>
          <ButtonLink href={`/reconciliation/workbench?line=${lineSeq}`} size="small">
            Match in the workbench <ArrowRight aria-hidden />
          </ButtonLink>
          <p className="mt-1 text-xs text-ink-2">Opens with this line selected; a match closes the exception.</p>
        </div>
      )}
      <ResolveForm exception={exception} action={resolve} />
    </SectionCard>
  );
}

function Closed({ exception, zone }: Pick<Props, 'exception' | 'zone'>) {
  const { resolution, remark, resolvedBy, resolvedAt } = exception;
  return (
    <div className="text-body">
      <p className="font-medium">{resolution ? RESOLUTIONS[resolution] : 'Resolved'}</p>
      {remark && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{remark}</p>}
      <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
        {resolvedBy ?? 'The desk itself'} · <Instant at={resolvedAt} zone={zone} />
      </p>
    </div>
  );
}
