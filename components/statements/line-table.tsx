import { CircleCheck } from 'lucide-react';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { formatInstant } from '@/lib/format';
import type { ShownLine } from '@/lib/statements/imported';
import type { LineKind } from '@/lib/statements/statement';
import type { TimeZone } from '@/lib/time-zones';
import { Absent } from './absent';
import { Day } from './day';
import { MarkedText } from './marked-text';

const HEADS = ['Where', 'Day', 'Kind', 'Text', 'Counterparty', 'Reference', 'Amount', 'Balance'];
const FIGURES = ['Amount', 'Balance'];
export const KIND_WORDS = {
  payment: 'Payment',
  fee: 'Fee',
  tax: 'Tax',
  balance: 'Balance row',
  internal: 'Between own accounts',
} as const satisfies Record<LineKind, string>;

type Props = { readonly rows: readonly ShownLine[]; readonly zone: TimeZone };

/** Lines of a statement in the order of its file; times of day on the bank’s clock. */
export function LineTable({ rows, zone }: Props) {
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">Lines of the statement</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${FIGURES.includes(head) ? 'text-right' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.seq}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td className="max-w-40 text-xs leading-5 [overflow-wrap:anywhere] text-ink-2">{row.place}</td>
            <td>
              <Day day={row.bookedOn} />
              {row.bookedAt && (
                <span className="block text-xs text-ink-2" title={formatInstant(row.bookedAt, zone).title}>
                  {formatInstant(row.bookedAt, zone).time}
                </span>
              )}
            </td>
            <td>
              {row.matchId ? (
                <Badge tone="positive" icon={CircleCheck} title={`Match ${row.matchId}`}>
                  Matched
                </Badge>
              ) : (
                <span className="whitespace-nowrap">{KIND_WORDS[row.kind]}</span>
              )}
            </td>
            <td className="min-w-64">
              <MarkedText text={row.text} ids={row.ids} />
            </td>
            <td className="max-w-56 [overflow-wrap:anywhere]">
              {row.name ?? (!row.account && !row.taxId && <Absent />)}
              <span className="block text-xs text-ink-2">{[row.account, row.taxId].filter(Boolean).join(' · ')}</span>
            </td>
            <td className="max-w-40 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
              {row.bankReference ?? <Absent />}
            </td>
            <td className="text-right">
              <MoneyText money={{ amount: row.amount, currency: row.currency }} />
            </td>
            <td className="text-right">
              {row.balance === null ? (
                <Absent />
              ) : (
                <MoneyText money={{ amount: row.balance, currency: row.currency }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
