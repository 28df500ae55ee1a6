import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { exceptionHref } from '@/components/exceptions/exception-links';
import { STATE_LOOKS } from '@/components/exceptions/exception-words';
import { lineHref } from '@/components/reconciliation/rail-links';
import { Day } from '@/components/statements/day';
import { Instant } from '@/components/transactions/instant';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { ExceptionHit, LineHit } from '@/lib/reconciliation/search-hit';
import type { TimeZone } from '@/lib/time-zones';
import type { Hit } from '@/lib/transactions/hit';
import { FocusFirstLink } from './focus-first-link';
import { MatchFields } from './match-fields';

type Shown = {
  readonly typed: string;
  /** Put the cursor on the first hit, so that Enter opens it. */
  readonly isFocused?: boolean;
};

/** Payments that were found, each with the fields that hit. */
export function HitList({ hits, zone, ...shown }: Shown & { readonly hits: readonly Hit[]; readonly zone: TimeZone }) {
  return (
    <List isFocused={shown.isFocused}>
      {hits.map(({ transaction, matches }) => (
        <Row key={transaction.id} href={transactionHref(transaction.id)}>
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
          <MatchFields
            typed={shown.typed}
            matches={matches.map((match) => ({ ...match, isExact: match.likeness === 'is' }))}
          />
        </Row>
      ))}
    </List>
  );
}

/** Lines of statements that were found. */
export function LineHitList({ hits, ...shown }: Shown & { readonly hits: readonly LineHit[] }) {
  return (
    <List isFocused={shown.isFocused}>
      {hits.map(({ line, matches }) => (
        <Row key={line.seq} href={lineHref(line.seq)}>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
            <span className="font-medium text-ink">{line.accountName}</span>
            <MoneyText money={line} />
            <span className="text-ink-2 sm:ml-auto">
              <Day day={line.bookedOn} />
            </span>
          </span>
          {matches.every(({ kind }) => kind !== 'text') && (
            <span className="block truncate text-xs text-ink-2">{line.text}</span>
          )}
          <MatchFields typed={shown.typed} matches={matches} />
        </Row>
      ))}
    </List>
  );
}

/** Exceptions about what was found. */
export function ExceptionHitList({ hits, ...shown }: Shown & { readonly hits: readonly ExceptionHit[] }) {
  const t = useTranslations('reasons');
  return (
    <List isFocused={shown.isFocused}>
      {hits.map(({ exception, matches }) => (
        <Row key={exception.id} href={exceptionHref(exception.id)}>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
            <span className="font-medium text-ink">{t(`reason.${exception.reason}.label`)}</span>
            <Badge icon={STATE_LOOKS[exception.state].icon} tone={STATE_LOOKS[exception.state].tone}>
              {t(`exceptionState.${exception.state}`)}
            </Badge>
            {exception.amount !== null && (
              <MoneyText money={{ amount: exception.amount, currency: exception.currency }} />
            )}
            <span className="text-ink-2 sm:ml-auto">
              <Day day={exception.day} />
            </span>
          </span>
          <MatchFields typed={shown.typed} matches={matches.map((match) => ({ ...match, isExact: true }))} />
        </Row>
      ))}
    </List>
  );
}

function List({ isFocused = false, children }: { readonly isFocused?: boolean; readonly children: ReactNode }) {
  const list = <ul className="divide-y divide-line">{children}</ul>;
  return <Card className="overflow-hidden">{isFocused ? <FocusFirstLink>{list}</FocusFirstLink> : list}</Card>;
}

function Row({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="block space-y-2 px-4 py-3 -outline-offset-2 [li:first-child>&]:rounded-t-xl [li:last-child>&]:rounded-b-xl hover:bg-canvas focus-visible:bg-accent-soft"
      >
        {children}
      </Link>
    </li>
  );
}
