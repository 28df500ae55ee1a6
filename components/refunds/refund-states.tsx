import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { formatCount } from '@/lib/format';
import type { RefundQuery } from '@/lib/refunds/refund-query';
import { refundsHref, unfilteredRefundsHref } from './refund-links';
import { secondsText } from './refund-words';

/** What came back this month, for where nothing is open. */
export type Returned = {
  readonly count: number;
  readonly medianSeconds: number | null;
  /** The list of them. */
  readonly href: string;
};

/** There are refunds, but none that fit; the conditions stand above. */
export function NoRefundMatches() {
  return <NoRowMatches title="No refund matches" />;
}

/** The database gave up on a filter that would have read too much. */
export function RefundsTookTooLong({ query }: { readonly query: RefundQuery }) {
  return (
    <ListTookTooLong
      href={refundsHref(query)}
      clearHref={unfilteredRefundsHref(query)}
      advice="add a date, a provider or a stage"
    />
  );
}

/** A page link that belongs to another filter or order. */
export function RefundCursorRefused({
  query,
  message,
}: {
  readonly query: RefundQuery;
  readonly message: Parameters<typeof PageLinkRefused>[0]['message'];
}) {
  return <PageLinkRefused href={refundsHref({ ...query, cursor: null })} message={message} />;
}

/** All done, and the proof of it. */
export function NoRefundOpen({ returned }: { readonly returned: Returned }) {
  return (
    <EmptyState
      icon={CircleCheck}
      title="No refund is open"
      actions={returned.count > 0 && <ButtonLink href={returned.href}>Show what was returned</ButtonLink>}
    >
      {returnedText(returned)}
    </EmptyState>
  );
}

/** The same over a board on which only what came back stands. */
export function NoRefundOpenNote({ returned }: { readonly returned: Returned }) {
  return (
    <Alert tone="positive" title="No refund is open" className="mb-4">
      <Link href={returned.href} className="underline underline-offset-2">
        {returnedText(returned)}
      </Link>
    </Alert>
  );
}

function returnedText({ count, medianSeconds }: Returned): string {
  if (count === 0) return 'None was returned this month.';
  const median = medianSeconds === null ? '' : `, median ${secondsText(medianSeconds)}`;
  return `${formatCount(count)} ${count === 1 ? 'was' : 'were'} returned this month${median}.`;
}
