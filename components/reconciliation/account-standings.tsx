import Link from 'next/link';
import { Day } from '@/components/statements/day';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import type { AccountStanding } from '@/lib/reconciliation/overview';
import { ACCOUNT_RAILS } from '@/lib/statements/account';
import type { TimeZone } from '@/lib/time-zones';
import { DIRECTION_WORDS } from './direction';
import { linesOfAccountHref } from './rail-links';
import { TotalText } from './side-totals';

type Props = { readonly accounts: readonly AccountStanding[]; readonly zone: TimeZone };

/** Every account: what of its lines is open, and up to where its statements reach. */
export function AccountStandings({ accounts, zone }: Props) {
  return (
    <SectionCard
      title="Accounts"
      description="Lines that no match holds, and how far the statements reach"
      actions={
        <Link href="/reconciliation/statements" className="rounded-sm text-xs font-medium text-accent hover:underline">
          All statements
        </Link>
      }
      bodyClassName="p-0"
    >
      <ul className="divide-y divide-line">
        {accounts.map((account) => (
          <li key={account.id} className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-3">
            <div className="min-w-0">
              <p className="truncate text-body font-medium">{account.name}</p>
              <p className="text-xs text-ink-2">
                {[ACCOUNT_RAILS[account.rail], account.bank].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Open account={account} />
            <Latest account={account} zone={zone} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Open({ account }: { readonly account: AccountStanding }) {
  const count = account.open.reduce((sum, total) => sum + total.count, 0);
  if (account.latest === null) return <p className="text-body text-ink-2">no line yet</p>;
  if (count === 0) return <p className="text-body text-positive">every payment is matched</p>;
  return (
    <div className="text-body">
      <Link href={linesOfAccountHref(account)} className="rounded-sm font-medium text-accent hover:underline">
        {formatCount(count)} unmatched
      </Link>
      {account.open.map((total) => (
        <span key={`${total.currency} ${total.direction}`} className="block">
          <span className="mr-1.5 text-xs text-ink-2">{DIRECTION_WORDS[total.direction]}</span>
          <TotalText total={total} />
        </span>
      ))}
    </div>
  );
}

function Latest({
  account: { latest, missingDays },
  zone,
}: {
  readonly account: AccountStanding;
  readonly zone: TimeZone;
}) {
  if (!latest) return <p className="text-body text-ink-2">no statement yet</p>;
  return (
    <div className="text-body">
      <Link
        href={`/reconciliation/statements/${latest.id}`}
        className="rounded-sm underline decoration-line-strong underline-offset-3"
      >
        {latest.lastDay ? (
          <>
            up to <Day day={latest.lastDay} />
          </>
        ) : (
          'a statement without days'
        )}
      </Link>
      <span className="block text-xs text-ink-2">
        imported <Instant at={latest.importedAt} zone={zone} />
      </span>
      {missingDays > 0 && (
        <span className="block text-xs font-medium text-negative">
          {missingDays === 1 ? '1 day is' : `${formatCount(missingDays)} days are`} missing between its statements
        </span>
      )}
    </div>
  );
}
