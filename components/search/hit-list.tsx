import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Card } from '@/components/ui/card';
import { IDENTIFIER_LABELS } from '@/lib/events/event';
import type { TimeZone } from '@/lib/time-zones';
import type { Hit, Match } from '@/lib/transactions/hit';
import { FocusFirstLink } from './focus-first-link';

type Props = {
  readonly hits: readonly Hit[];
  readonly typed: string;
  readonly zone: TimeZone;
  /** Put the cursor on the first hit, so that Enter opens it. */
  readonly isFocused?: boolean;
};

const FIELD_LABELS = {
  ...IDENTIFIER_LABELS,
  transaction: 'Id at this desk',
  event: 'Event id',
} as const satisfies Record<Match['kind'], string>;

/** Transactions that were found, each with the fields that hit. */
export function HitList({ hits, typed, zone, isFocused = false }: Props) {
  const list = (
    <ul className="divide-y divide-line">
      {hits.map(({ transaction, matches }) => (
        <li key={transaction.id}>
          <Link
            href={transactionHref(transaction.id)}
            className="block space-y-2 px-4 py-3 -outline-offset-2 [li:first-child>&]:rounded-t-xl [li:last-child>&]:rounded-b-xl hover:bg-canvas focus-visible:bg-accent-soft"
          >
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
              <KindLabel provider={transaction.provider} kind={transaction.kind} />
              <StatusBadge status={transaction.status} providerStatus={transaction.providerStatus} />
              <MoneyText
                money={transaction.amount}
                absent={transaction.isIncomplete ? 'unknown' : 'none'}
                isCurrencyAssumed={transaction.isCurrencyAssumed}
              />
              <Instant at={transaction.occurredAt} zone={zone} className="text-ink-2 sm:ml-auto" />
            </span>
            <span className="flex flex-col gap-0.5 text-xs">
              {matches.map((match) => (
                <span key={`${match.kind} ${match.value}`} className="flex flex-wrap gap-x-2">
                  <span className="text-ink-2">{FIELD_LABELS[match.kind]}</span>
                  <Found match={match} typed={typed} />
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
  return <Card className="overflow-hidden">{isFocused ? <FocusFirstLink>{list}</FocusFirstLink> : list}</Card>;
}

/** The value that hit, with what was typed marked in it: all of an exact one, the beginning of a near one. */
function Found({ match: { value, isExact }, typed }: { readonly match: Match; readonly typed: string }) {
  const beginning = value.toLowerCase().startsWith(typed.toLowerCase()) ? typed.length : 0;
  const marked = isExact ? value.length : beginning;
  return (
    <span className="min-w-0 font-mono break-all text-ink">
      {marked > 0 && (
        <mark className="rounded-xs bg-accent-soft px-0.5 font-medium text-ink ring-1 ring-accent/30">
          {value.slice(0, marked)}
        </mark>
      )}
      {value.slice(marked)}
    </span>
  );
}
