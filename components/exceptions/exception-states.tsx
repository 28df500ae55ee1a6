import { CircleCheck, Play } from 'lucide-react';
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
  if (!run?.figures) {
    return (
      <EmptyState
        icon={Play}
        title="The passes have not run yet"
        actions={<ButtonLink href="/reconciliation/rules">Rules and runs</ButtonLink>}
      >
        Import a statement, or run the passes: what does not agree is listed here with its reason.
      </EmptyState>
    );
  }
  const { linesIn, legsIn, matched, exceptions } = run.figures;
  const lines = Object.values(matched).reduce((sum, one) => sum + one.lines, 0);
  return (
    <EmptyState
      icon={CircleCheck}
      title="No open exceptions"
      actions={<ButtonLink href="/reconciliation/rules">The runs</ButtonLink>}
    >
      The last run, at <Instant at={run.startedAt} zone={zone} />, looked at {formatCount(linesIn)} free lines and{' '}
      {formatCount(legsIn)} expected payments, matched {formatCount(lines)} lines, and saw{' '}
      {formatCount(exceptions.resolved)} exceptions end.
    </EmptyState>
  );
}

/** None fits; the conditions stand above. `hidden`: how many are open without them. */
export function NoExceptionMatches({ hidden }: { readonly hidden: number }) {
  if (hidden === 0) return <NoRowMatches title="No exception matches" />;
  return (
    <EmptyState
      icon={CircleCheck}
      title="No exception matches"
      actions={<ButtonLink href={EXCEPTIONS}>Show all open ones</ButtonLink>}
    >
      {formatCount(hidden)} open {hidden === 1 ? 'one is' : 'ones are'} hidden by the conditions above.
    </EmptyState>
  );
}

export function ExceptionsTookTooLong({ query }: { readonly query: ExceptionQuery }) {
  return (
    <ListTookTooLong href={exceptionsHref(query)} clearHref={EXCEPTIONS} advice="add a day, a reason or a currency" />
  );
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
