'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '@/components/keys/use-keys';
import { useReader } from '@/components/language/reader';
import { ReasonChip } from '@/components/reconciliation/reason-chip';
import { PersonInitials } from '@/components/remarks/person';
import { HeadCell } from '@/components/transactions/head-cell';
import { LinkedRow } from '@/components/transactions/linked-row';
import { MoneyText } from '@/components/transactions/money-text';
import { ShortId } from '@/components/transactions/short-id';
import { NoValue, TwoLineKind } from '@/components/transactions/table-cells';
import { PARTS, TABLE_PANE } from '@/components/transactions/table-layout';
import { useRowKeys } from '@/components/transactions/use-row-keys';
import { classNames } from '@/components/ui/class-names';
import { spokenKept } from '@/lib/language/said';
import type { QueueRow } from '@/lib/reconciliation/exception-subject';
import type { ExceptionQuery } from '@/lib/reconciliation/view-query';
import { AgeBar, ExceptionStateBadge, SeverityBadge } from './exception-badges';
import { EXCEPTION_LOOKS, EXCEPTION_ROW, type ExceptionColumn } from './exception-layout';
import { exceptionHref, sortedExceptionsHref } from './exception-links';
import { GroupHead, type RowGroup } from './group-head';

const COLUMNS: readonly ExceptionColumn[] = [
  'severity',
  'reason',
  'amount',
  'kind',
  'account',
  'reference',
  'day',
  'state',
  'owner',
  'note',
];

export type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
};
type Props = Choosing & {
  /** In the order of the server; a group without a title is the whole page. */
  readonly groups: readonly RowGroup[];
  readonly query: ExceptionQuery;
  readonly isSortable: boolean;
};

const BOX = 'block size-4 shrink-0 cursor-pointer accent-accent';

/** One page of the exceptions. `x` chooses the row one stands on, Escape none. */
export function ExceptionTable({ groups, query, isSortable, chosen, choose }: Props) {
  const t = useTranslations('exceptions');
  const body = useRef<HTMLTableElement>(null);
  useRowKeys(body);
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  const chooseNone = () => {
    choose([...chosen], false);
    return chosen.size > 0;
  };
  useKeys({
    Escape: chooseNone,
    x: ({ target }) => {
      const row = target instanceof HTMLElement ? target.closest('tr') : null;
      const id = row?.querySelector<HTMLInputElement>('[data-choose]')?.value;
      if (id !== undefined) choose([id], !chosen.has(id));
      return id !== undefined;
    },
  });
  return (
    <section aria-label={t('table.label')} className={TABLE_PANE}>
      <table {...PARTS.table} ref={body}>
        <thead {...PARTS.head}>
          <tr {...PARTS.headRow}>
            {COLUMNS.map((column, at) => (
              <HeadCell
                key={column}
                sorted={isSortable ? sortedBy(column, query) : false}
                href={isSortable ? sortHref(column, query) : null}
                className={lookOf(column).head}
                before={
                  at === 0 && <ChooseAll label={t('table.selectPage')} ids={ids} chosen={chosen} choose={choose} />
                }
              >
                {t(`field.${column}`)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody {...PARTS.body} key={group.title ?? ''}>
            {group.title !== null && (
              <GroupHead
                group={group}
                columns={COLUMNS.length}
                before={
                  <ChooseAll
                    label={t('table.selectGroup', { group: group.title })}
                    ids={group.rows.map(({ id }) => id)}
                    chosen={chosen}
                    choose={choose}
                  />
                }
              />
            )}
            {group.rows.map((row) => (
              <Row key={row.id} row={row} chosen={chosen} choose={choose} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ row, chosen, choose }: Choosing & { readonly row: QueueRow }) {
  const t = useTranslations('exceptions');
  const reader = useReader();
  const { id, reason, amount, currency, accountName, rail, owner, subject } = row;
  const lastNote = row.lastNote === null ? null : spokenKept(row.lastNote, reader);
  const cells: Record<ExceptionColumn, ReactNode> = {
    severity: (
      <span className="flex items-center gap-3">
        <input
          type="checkbox"
          data-choose
          value={id}
          checked={chosen.has(id)}
          onChange={(event) => choose([id], event.currentTarget.checked)}
          aria-label={t('table.select', { id, reason: reader.t(`reasons.reason.${reason}.label`) })}
          className={BOX}
        />
        <SeverityBadge exception={row} />
      </span>
    ),
    reason: (
      <Link
        href={exceptionHref(id)}
        data-row-link
        prefetch={false}
        className="block w-fit max-w-full scroll-my-14 rounded-sm outline-offset-4 max-md:scroll-my-20"
      >
        <ReasonChip reason={reason} difference={row} />
      </Link>
    ),
    amount: <MoneyText money={amount === null ? null : { amount, currency }} />,
    kind: subject.provider === null ? <NoValue /> : <TwoLineKind {...subject} />,
    account: (
      <span className="block max-w-40 truncate text-xs" title={accountName ?? undefined}>
        {accountName ?? reader.t(`words.rail.${rail}`)}
      </span>
    ),
    reference:
      subject.reference === null ? (
        <NoValue />
      ) : (
        <ShortId value={subject.reference} label={t('table.reference')} head={8} tail={4} />
      ),
    day: <AgeBar exception={row} />,
    state: <ExceptionStateBadge exception={row} />,
    owner: <PersonInitials email={owner} />,
    note:
      lastNote === null ? (
        <NoValue />
      ) : (
        <span className="block max-w-48 truncate text-xs text-ink-2" title={lastNote}>
          {lastNote}
        </span>
      ),
  };
  return (
    <LinkedRow href={exceptionHref(id)} className={EXCEPTION_ROW}>
      {COLUMNS.map((column) => (
        <td {...PARTS.cell} key={column} className={classNames(PARTS.cell.className, lookOf(column).cell)}>
          {cells[column]}
        </td>
      ))}
    </LinkedRow>
  );
}

function ChooseAll({
  label,
  ids,
  chosen,
  choose,
}: Choosing & { readonly label: string; readonly ids: readonly string[] }) {
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < ids.length;
      }}
      checked={ids.length > 0 && count === ids.length}
      onChange={(event) => choose(ids, event.currentTarget.checked)}
      aria-label={label}
      className={classNames(BOX, 'mr-3 inline-block align-middle')}
    />
  );
}

function lookOf(column: ExceptionColumn): { readonly head?: string; readonly cell: string } {
  return EXCEPTION_LOOKS[column];
}

function sortedBy(column: ExceptionColumn, { sort }: ExceptionQuery): 'asc' | 'desc' | false {
  if (sort.replace('-', '') !== column) return false;
  return sort.startsWith('-') ? 'desc' : 'asc';
}

/** The list in the order that the column's head asks for; `null` where it asks for none. */
function sortHref(column: ExceptionColumn, query: ExceptionQuery): string | null {
  if (column !== 'day' && column !== 'amount') return null;
  return sortedExceptionsHref(query, query.sort === `-${column}` ? column : `-${column}`);
}
