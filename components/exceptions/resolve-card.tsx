import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { CorrectForm } from '@/components/reconciliation/correct-form';
import type { DeedAction } from '@/components/reconciliation/deed-form';
import { lineHref } from '@/components/reconciliation/rail-links';
import { Disclosure } from '@/components/transactions/disclosure';
import { Instant } from '@/components/transactions/instant';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { RESOLUTIONS } from '@/lib/reconciliation/reason';
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
  const { state, waitUntil } = exception;
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
      {line && line.matchId === null && (
        <div>
          <ButtonLink href={`/reconciliation/workbench?line=${line.seq}`} size="small">
            Match, split or match several <ArrowRight aria-hidden />
          </ButtonLink>
          <p className="mt-1 text-xs text-ink-2">
            Opens the workbench with this line selected: for one payment, or for several that come to it. A match closes
            the exception.
          </p>
        </div>
      )}
      <ResolveForm exception={exception} action={resolve} />
      {line && <Correct line={line} action={correct} />}
    </SectionCard>
  );
}

/** What was read wrongly is read anew; the next run looks at the line as it is then. */
function Correct({ line, action }: { readonly line: LineRow; readonly action: DeedAction }) {
  if (line.matchId !== null)
    return (
      <p className="text-xs text-ink-2">
        Its line is matched. To correct how the line is read, undo the match on{' '}
        <Link href={lineHref(line.seq)} className="text-accent hover:underline">
          its page
        </Link>{' '}
        first.
      </p>
    );
  return (
    <Disclosure summary="Correct how the line is read">
      <CorrectForm
        key={JSON.stringify([line.kind, line.name, line.account, line.taxId, line.ids])}
        line={line}
        action={action}
      />
    </Disclosure>
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
