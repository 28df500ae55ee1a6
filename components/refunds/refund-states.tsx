import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
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
  const t = useTranslations('refunds');
  return <NoRowMatches title={t('list.noMatch')} />;
}

/** The database gave up on a filter that would have read too much. */
export function RefundsTookTooLong({ query }: { readonly query: RefundQuery }) {
  const t = useTranslations('refunds');
  return (
    <ListTookTooLong href={refundsHref(query)} clearHref={unfilteredRefundsHref(query)} advice={t('list.tooLong')} />
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
  const t = useTranslations('refunds');
  const region = useRegion();
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('list.noneOpen')}
      actions={returned.count > 0 && <ButtonLink href={returned.href}>{t('list.showReturned')}</ButtonLink>}
    >
      {returnedText(returned, t, region)}
    </EmptyState>
  );
}

/** The same over a board on which only what came back stands. */
export function NoRefundOpenNote({ returned }: { readonly returned: Returned }) {
  const t = useTranslations('refunds');
  const region = useRegion();
  return (
    <Alert tone="positive" title={t('list.noneOpen')} className="mb-4">
      <Link href={returned.href} className="underline underline-offset-2">
        {returnedText(returned, t, region)}
      </Link>
    </Alert>
  );
}

function returnedText({ count, medianSeconds }: Returned, t: Translator<'refunds'>, region: Region): string {
  if (count === 0 || medianSeconds === null) return t('list.returned', { count });
  return t('list.returnedMedian', { count, median: secondsText(medianSeconds, region) });
}
