import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { ACCOUNT_RAILS, type BankAccount } from '@/lib/statements/account';
import { FORMATS } from '@/lib/statements/profile';
import { TIME_ZONES } from '@/lib/time-zones';
import { Absent } from './absent';
import { importHref } from './import-query';

const HEADS = ['Account', 'Rail', 'Bank', 'Number', 'Currency', 'Zone', 'Read as', ''];

/** The company’s own accounts, and its book. */
export function AccountTable({ rows }: { readonly rows: readonly BankAccount[] }) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">Accounts</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {head || <span className="sr-only">Import</span>}
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
            <td className="whitespace-nowrap">{ACCOUNT_RAILS[row.rail]}</td>
            <td>{row.bank ?? <Absent />}</td>
            <td className="font-mono text-xs">{row.number ?? <Absent />}</td>
            <td>{row.currency}</td>
            <td className="whitespace-nowrap">{TIME_ZONES[row.zone]}</td>
            <td className="whitespace-nowrap">
              {row.profile ? FORMATS[row.profile.format] : <span className="text-ink-2">not yet</span>}
            </td>
            <td className="text-right">
              <ButtonLink size="small" href={importHref({ account: row.id })} aria-label={`Import into ${row.name}`}>
                <FileUp aria-hidden /> Import
              </ButtonLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
