import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { BankAccount } from '@/lib/statements/account';
import { Absent } from './absent';
import { importHref } from './import-query';

const HEADS = ['account', 'rail', 'bank', 'number', 'currency', 'zone', 'readAs', 'import'] as const;

/** The company’s own accounts, and its book. */
export function AccountTable({ rows }: { readonly rows: readonly BankAccount[] }) {
  const t = useTranslations('statements');
  const frame = useTranslations('frame');
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('list.accounts')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {head === 'import' ? (
                <span className="sr-only">{t('accounts.head.import')}</span>
              ) : (
                t(`accounts.head.${head}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            className="border-b border-line last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2 [&>td]:last:pr-4 [&>th]:py-2 [&>th]:pr-3 [&>th]:pl-4"
          >
            <th scope="row" className="text-left font-medium [overflow-wrap:anywhere]">
              <Link href={`/reconciliation/statements?account=${row.id}`} className="hover:text-accent hover:underline">
                {row.name}
              </Link>
            </th>
            <td className="whitespace-nowrap">{t(`rail.${row.rail}`)}</td>
            <td>{row.bank ?? <Absent />}</td>
            <td className="font-mono text-xs">{row.number ?? <Absent />}</td>
            <td>{row.currency}</td>
            <td className="whitespace-nowrap">{frame(`zone.names.${row.zone}`)}</td>
            <td className="whitespace-nowrap">
              {row.profile ? (
                t(`format.${row.profile.format}`)
              ) : (
                <span className="text-ink-2">{t('accounts.notYet')}</span>
              )}
            </td>
            <td className="text-right">
              <ButtonLink
                size="small"
                href={importHref({ account: row.id })}
                aria-label={t('accounts.importInto', { name: row.name })}
              >
                <FileUp aria-hidden /> {t('accounts.head.import')}
              </ButtonLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
