import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '@/components/statements/day';
import { MarkedText } from '@/components/statements/marked-text';
import { HeadCell } from '@/components/transactions/head-cell';
import { LinkedRow } from '@/components/transactions/linked-row';
import { MoneyText } from '@/components/transactions/money-text';
import { NoValue } from '@/components/transactions/table-cells';
import { PARTS, TABLE_PANE } from '@/components/transactions/table-layout';
import { classNames } from '@/components/ui/class-names';
import type { Translator } from '@/lib/language/catalogue';
import type { Difference } from '@/lib/reconciliation/beside';
import type { Rail } from '@/lib/reconciliation/leg';
import type { LineRow } from '@/lib/reconciliation/view';
import type { LineQuery } from '@/lib/reconciliation/view-query';
import { Direction } from './direction';
import { type ColumnOrder, headOrder } from './head-order';
import { lineHref, linesHref } from './rail-links';
import { ReasonChip } from './reason-chip';
import { RowKeys } from './row-keys';

type Differences = ReadonlyMap<string, readonly Difference[]>;
type Props = {
  readonly rail: Rail;
  readonly rows: readonly LineRow[];
  readonly differences: Differences;
  readonly query: LineQuery;
};

type Column = {
  readonly name: string;
  readonly head: string;
  readonly sort: ColumnOrder<LineQuery['sort']> | null;
  readonly headClass?: string;
  readonly className: string;
  readonly cell: (line: LineRow, differences: readonly Difference[]) => ReactNode;
};

const columnsOf = (t: Translator<'reconciliation'>): readonly Column[] => [
  {
    name: 'day',
    head: t('column.booked'),
    sort: { falling: '-day', rising: 'day' },
    className: 'max-md:[grid-area:when]',
    cell: (line) => <Opener line={line} />,
  },
  {
    name: 'account',
    head: t('column.account'),
    sort: null,
    className: 'max-md:[grid-area:account]',
    cell: (line) => <span className="block max-w-44 truncate">{line.accountName}</span>,
  },
  {
    name: 'direction',
    head: t('column.direction'),
    sort: null,
    className: 'max-md:[grid-area:direction] max-md:text-right',
    cell: ({ direction }) => <Direction direction={direction} />,
  },
  {
    name: 'amount',
    head: t('column.amount'),
    sort: { falling: '-amount', rising: 'amount' },
    headClass: 'text-right',
    className: 'text-right max-md:[grid-area:amount] max-md:text-sm max-md:font-medium',
    cell: ({ amount, currency }) => <MoneyText money={{ amount, currency }} />,
  },
  {
    name: 'text',
    head: t('column.text'),
    sort: null,
    className: 'max-md:[grid-area:text]',
    cell: ({ text, ids }) => (
      <span className="block text-xs leading-4.5 md:line-clamp-3 md:w-72">
        <MarkedText text={text} ids={ids} />
      </span>
    ),
  },
  {
    name: 'name',
    head: t('column.counterparty'),
    sort: null,
    className: 'max-md:[grid-area:name] max-md:has-[.absent]:hidden',
    cell: (line) => <Counterparty line={line} />,
  },
  {
    name: 'reason',
    head: t('column.why'),
    sort: null,
    className: 'max-md:[grid-area:reason] max-md:has-[.absent]:hidden',
    cell: (line, differences) => <Why line={line} differences={differences} />,
  },
];

const ROW =
  'max-md:items-start max-md:[grid-template-areas:"when_amount""account_direction""text_text""name_name""reason_reason"]';

/** One page of a rail’s lines. The order is the server's. */
export function LineTable({ rail, rows, differences, query }: Props) {
  const t = useTranslations('reconciliation');
  const columns = columnsOf(t);
  return (
    <section aria-label={t('cell.lines')} className={TABLE_PANE}>
      <table {...PARTS.table}>
        <thead {...PARTS.head}>
          <tr {...PARTS.headRow}>
            {columns.map(({ name, head, sort, headClass }) => (
              <HeadCell
                key={name}
                {...headOrder(query.sort, sort, (next) => linesHref(rail, query, { sort: next }))}
                className={headClass}
              >
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <RowKeys>
          {rows.map((line) => (
            <LinkedRow key={line.seq} href={lineHref(line.seq)} className={ROW}>
              {columns.map(({ name, className, cell }) => (
                <td {...PARTS.cell} key={name} className={classNames(PARTS.cell.className, className)}>
                  {cell(line, differences.get(line.seq) ?? [])}
                </td>
              ))}
            </LinkedRow>
          ))}
        </RowKeys>
      </table>
    </section>
  );
}

function Opener({ line }: { readonly line: LineRow }) {
  return (
    <Link
      href={lineHref(line.seq)}
      data-row-link
      prefetch={false}
      className="block w-fit scroll-my-14 rounded-sm text-xs outline-offset-4 max-md:scroll-my-20"
    >
      <Day day={line.bookedOn} />
      <span className="block text-ink-2 max-md:ml-1 max-md:inline">{line.place}</span>
    </Link>
  );
}

function Counterparty({ line: { name, account, taxId } }: { readonly line: LineRow }) {
  const under = [account, taxId].filter(Boolean).join(' · ');
  if (!name && !under) return <NoValue />;
  return (
    <span className="block max-w-52 text-xs [overflow-wrap:anywhere]">
      {name && <span className="block">{name}</span>}
      {under && <span className="block font-mono text-2xs text-ink-2">{under}</span>}
    </span>
  );
}

function Why({ line, differences }: { readonly line: LineRow; readonly differences: readonly Difference[] }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  if (line.kind !== 'payment') return <span className="text-xs text-ink-2">{words(`lineKind.${line.kind}`)}</span>;
  if (line.matchId !== null && line.reasons.length === 0)
    return <span className="text-xs text-ink-2">{t('cell.matched')}</span>;
  if (line.reasons.length === 0) return <span className="text-xs text-ink-2">{t('cell.seeNear')}</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      {line.reasons.map((reason) => (
        <ReasonChip
          key={reason}
          reason={reason}
          difference={differences.find((difference) => difference.reason === reason)}
        />
      ))}
    </span>
  );
}
