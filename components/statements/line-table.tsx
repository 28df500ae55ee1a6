import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { Badge } from '@/components/ui/badge';
import { formatInstant } from '@/lib/format';
import type { ShownLine } from '@/lib/statements/imported';
import { placeText } from '@/lib/statements/place';
import type { TimeZone } from '@/lib/time-zones';
import { Absent } from './absent';
import { Day } from './day';
import { MarkedText } from './marked-text';

const HEADS = ['where', 'day', 'kind', 'text', 'counterparty', 'reference', 'amount', 'balance'] as const;
const FIGURES: readonly string[] = ['amount', 'balance'];

type Props = { readonly rows: readonly ShownLine[]; readonly zone: TimeZone };

/** Lines of a statement in the order of its file; times of day on the bank’s clock. */
export function LineTable({ rows, zone }: Props) {
  const t = useTranslations('statements');
  const reader = useReader();
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">{t('lines.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${FIGURES.includes(head) ? 'text-right' : ''}`}
            >
              {t(`lines.head.${head}`)}
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
            <td className="max-w-40 text-xs leading-5 [overflow-wrap:anywhere] text-ink-2">
              {placeText(row.place, reader)}
            </td>
            <td>
              <Day day={row.bookedOn} />
              {row.bookedAt && (
                <span
                  className="block text-xs text-ink-2"
                  title={formatInstant(row.bookedAt, zone, reader.region).title}
                >
                  {formatInstant(row.bookedAt, zone, reader.region).time}
                </span>
              )}
            </td>
            <td>
              {row.matchId ? (
                <Badge tone="positive" icon={CircleCheck} title={t('lines.match', { id: row.matchId })}>
                  {t('lines.matched')}
                </Badge>
              ) : (
                <span className="whitespace-nowrap">{t(`kind.${row.kind}`)}</span>
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
