import { Check } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { BankAccount } from '@/lib/statements/account';
import { type ImportQuery, importHref } from './import-query';

type Props = { readonly accounts: readonly BankAccount[]; readonly query: ImportQuery };

/** The accounts there are, each an address: it works before any script has run. */
export function AccountChoice({ accounts, query }: Props) {
  const t = useTranslations('statements');
  return (
    <ul aria-label={t('list.accounts')} className="max-h-96 space-y-1 overflow-y-auto">
      {accounts.map(({ id, name, rail, bank, number, currency }) => {
        const isChosen = id === query.account;
        return (
          <li key={id}>
            <Link
              href={importHref({ ...query, step: 'file', account: id })}
              aria-current={isChosen ? 'true' : undefined}
              scroll={false}
              className={classNames(
                'flex items-center gap-3 rounded-lg border border-line px-3 py-2 hover:bg-sunken',
                isChosen && 'border-accent bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block text-body font-medium [overflow-wrap:anywhere] text-ink">{name}</span>
                <span className="block text-xs [overflow-wrap:anywhere] text-ink-2">
                  {[t(`rail.${rail}`), bank, number, currency].filter(Boolean).join(' · ')}
                </span>
              </span>
              {isChosen && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
