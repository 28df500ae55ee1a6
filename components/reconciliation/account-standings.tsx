import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Day } from '@/components/statements/day';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import type { AccountStanding } from '@/lib/reconciliation/overview';
import type { TimeZone } from '@/lib/time-zones';
import { linesOfAccountHref } from './rail-links';
import { TotalText } from './side-totals';

type Props = { readonly accounts: readonly AccountStanding[]; readonly zone: TimeZone };

/** Every account: what of its lines is open, and up to where its statements reach. */
export function AccountStandings({ accounts, zone }: Props) {
  const t = useTranslations('reconciliation');
  return (
    <SectionCard
      title={t('accounts.title')}
      description={t('accounts.about')}
      actions={
        <Link href="/reconciliation/statements" className="rounded-sm text-xs font-medium text-accent hover:underline">
          {t('accounts.statements')}
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
                {[t(`accountRail.${account.rail}`), account.bank].filter(Boolean).join(' · ')}
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
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const count = account.open.reduce((sum, total) => sum + total.count, 0);
  if (account.latest === null) return <p className="text-body text-ink-2">{t('accounts.noLine')}</p>;
  if (count === 0) return <p className="text-body text-positive">{t('accounts.allMatched')}</p>;
  return (
    <div className="text-body">
      <Link href={linesOfAccountHref(account)} className="rounded-sm font-medium text-accent hover:underline">
        {t('accounts.unmatched', { count })}
      </Link>
      {account.open.map((total) => (
        <span key={`${total.currency} ${total.direction}`} className="block">
          <span className="mr-1.5 text-xs text-ink-2">{words(`direction.${total.direction}`)}</span>
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
  const t = useTranslations('reconciliation');
  if (!latest) return <p className="text-body text-ink-2">{t('accounts.noStatement')}</p>;
  return (
    <div className="text-body">
      <Link
        href={`/reconciliation/statements/${latest.id}`}
        className="rounded-sm underline decoration-line-strong underline-offset-3"
      >
        {latest.lastDay ? <UpTo day={latest.lastDay} /> : t('accounts.noDays')}
      </Link>
      <span className="block text-xs text-ink-2">
        {t.rich('accounts.imported', { at: () => <Instant at={latest.importedAt} zone={zone} /> })}
      </span>
      {missingDays > 0 && (
        <span className="block text-xs font-medium text-negative">{t('accounts.missing', { days: missingDays })}</span>
      )}
    </div>
  );
}

function UpTo({ day }: { readonly day: string }) {
  const t = useTranslations('reconciliation');
  return t.rich('accounts.upTo', { day: () => <Day day={day} /> });
}
