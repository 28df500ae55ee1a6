import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { useRegion } from '@/components/language/reader';
import { Day } from '@/components/statements/day';
import { MarkedText } from '@/components/statements/marked-text';
import { MoneyText } from '@/components/transactions/money-text';
import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/format';
import type { LineRow } from '@/lib/reconciliation/view';
import { selectedHref, type WorkbenchQuery } from '@/lib/reconciliation/workbench-query';
import type { Proposal } from '@/lib/reconciliation/workbench-view';

type Props = {
  readonly rows: readonly LineRow[];
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly query: WorkbenchQuery;
  readonly selected: readonly string[];
  readonly toggle: (seq: string) => void;
  readonly selectOnly: (seq: string) => void;
};

/** On a phone the table is laid out as cards; the roles keep it a table for those who listen. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
const HEAD =
  'sticky top-0 z-20 h-9 border-b border-line bg-sunken px-2 text-left text-xs font-medium whitespace-nowrap text-ink-2 first:pl-4 last:pr-4';
const CELL = 'border-b border-line px-2 py-2 align-top first:pl-4 last:pr-4 max-md:border-0 max-md:p-0!';

/** The bank's lines that nobody has matched. A row is a link to it alone; its box adds it to those selected. */
export function LineTable({ rows, proposals, query, selected, toggle, selectOnly }: Props) {
  const t = useTranslations('workbench');
  return (
    <table {...ROLES.table} className="w-full border-separate border-spacing-0 text-body max-md:block">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead {...ROLES.rowgroup} className="max-md:sr-only">
        <tr {...ROLES.row}>
          <th {...ROLES.columnheader} scope="col" className={HEAD}>
            {t('table.date')}
          </th>
          <th {...ROLES.columnheader} scope="col" className={HEAD}>
            {t('table.text')}
          </th>
          <th {...ROLES.columnheader} scope="col" className={classNames(HEAD, 'text-right')}>
            {t('table.amount')}
          </th>
          <th {...ROLES.columnheader} scope="col" className={HEAD}>
            {t('table.proposal')}
          </th>
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup} className="max-md:block">
        {rows.map((row) => (
          <Line
            key={row.seq}
            row={row}
            proposal={proposals[row.seq]}
            isSelected={selected.includes(row.seq)}
            href={selectedHref(query, [row.seq])}
            toggle={toggle}
            selectOnly={selectOnly}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = {
  readonly row: LineRow;
  readonly proposal: Proposal | undefined;
  readonly isSelected: boolean;
  readonly href: string;
  readonly toggle: (seq: string) => void;
  readonly selectOnly: (seq: string) => void;
};

function Line({ row, proposal, isSelected, href, toggle, selectOnly }: LineProps) {
  const t = useTranslations('workbench');
  const region = useRegion();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    selectOnly(row.seq);
  };
  return (
    <tr
      {...ROLES.row}
      className={classNames(
        'relative bg-surface hover:bg-sunken max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:px-4 max-md:py-2.5 max-md:[grid-template-areas:"when_amount""text_proposal"] has-[[data-bench]:focus-visible]:outline-2 has-[[data-bench]:focus-visible]:-outline-offset-2 has-[[data-bench]:focus-visible]:outline-accent',
        isSelected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <td {...ROLES.cell} className={classNames(CELL, 'w-0 max-md:w-auto max-md:[grid-area:when]')}>
        <span className="flex items-start gap-2.5">
          <input
            type="checkbox"
            data-bench="lines"
            data-id={row.seq}
            checked={isSelected}
            onChange={() => toggle(row.seq)}
            aria-label={t('table.select', {
              text: row.text.slice(0, 60) || t('table.line', { seq: row.seq }),
              amount: formatMoney(row.amount, null, region).text,
              currency: row.currency,
            })}
            className="relative z-10 mt-0.5 size-4 shrink-0 cursor-pointer accent-accent"
          />
          <Link
            href={href}
            onClick={open}
            prefetch={false}
            tabIndex={-1}
            className="text-xs leading-5 after:absolute after:inset-0"
          >
            <Day day={row.bookedOn} />
          </Link>
        </span>
      </td>
      <td {...ROLES.cell} className={classNames(CELL, 'min-w-0 max-md:[grid-area:text]')}>
        <MarkedText text={row.text} ids={row.ids} />
        <Party row={row} />
      </td>
      <td {...ROLES.cell} className={classNames(CELL, 'w-0 text-right max-md:w-auto max-md:[grid-area:amount]')}>
        <MoneyText money={row} className="font-medium" />
        <Direction direction={row.direction} />
      </td>
      <td
        {...ROLES.cell}
        className={classNames(CELL, 'w-0 max-md:w-auto max-md:text-right max-md:[grid-area:proposal]')}
      >
        <ProposalText proposal={proposal} />
      </td>
    </tr>
  );
}

/** Who it came from or went to, as far as the bank says; then whose account it is. */
function Party({ row: { name, account, taxId, accountName } }: { readonly row: LineRow }) {
  const told = [name, account, taxId].filter(Boolean).join(' · ');
  return (
    <span className="mt-0.5 block text-xs text-ink-2 [overflow-wrap:anywhere]">
      {told && `${told} · `}
      {accountName}
    </span>
  );
}

export function Direction({ direction }: { readonly direction: 'in' | 'out' }) {
  const words = useTranslations('words');
  const Icon = direction === 'in' ? ArrowDownLeft : ArrowUpRight;
  return (
    <span className="mt-0.5 flex items-center justify-end gap-1 text-xs text-ink-2">
      <Icon aria-hidden className="size-3.5" />
      {words(`direction.${direction}`)}
    </span>
  );
}

function ProposalText({ proposal }: { readonly proposal: Proposal | undefined }) {
  const t = useTranslations('workbench');
  if (!proposal || proposal.count === 0) return <span className="block text-xs text-ink-2">{t('table.none')}</span>;
  const { count, best } = proposal;
  return (
    <span className="block text-xs whitespace-nowrap">
      {best ? (
        <span
          className={classNames(
            'font-medium',
            best === 'proven' && 'text-positive',
            best === 'unique' && 'text-progress',
            best === 'similar' && 'text-caution',
          )}
        >
          {t(`strength.${best}.words`)}
        </span>
      ) : (
        <span className="text-ink-2">{t('table.near')}</span>
      )}
      <span className="block text-ink-2">{t('payments', { count })}</span>
    </span>
  );
}
