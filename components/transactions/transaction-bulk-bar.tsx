'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  AssignPanel,
  BulkBar,
  BulkResults,
  type Chosen,
  countOf,
  NotePanel,
  useBulk,
} from '@/components/bulk/bulk-bar';
import type { BulkAction } from '@/components/bulk/bulk-state';
import type { Selection } from '@/components/table/use-selection';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-button';
import { MAX_REMARKED } from '@/lib/remarks/remark';
import { transactionHref } from './transaction-href';
import type { TransactionRow } from './transaction-row';

/** What the bar does, and to whom payments may be given, by e-mail address. */
export type BulkTools = {
  readonly people: readonly string[];
  readonly assign: BulkAction;
  readonly addNotes: BulkAction;
};

type Props = {
  readonly rows: readonly TransactionRow[];
  readonly selection: Selection;
  /** The list as it is, as a query string without its page, and how many match; `null` where they were not counted. */
  readonly filter: string;
  readonly total: number | null;
  readonly tools: BulkTools;
};

/** An address that names more of them would be too long for a server. */
const MOST_NAMED = 150;

/** What can be done with the chosen payments, or with all that match the filter. */
export function TransactionBulkBar({ rows, selection, filter, total, tools }: Props) {
  const t = useTranslations('transactions');
  const noun = t('noun');
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const assigned = useBulk(tools.assign);
  const noted = useBulk(tools.addNotes);
  const chosenRows = rows.filter(({ id }) => selection.selected.has(id));
  // Everything that matches was chosen for this filter and beside these rows: another choice takes it back.
  const basis = [filter, ...chosenRows.map(({ id }) => id)].join('\n');
  const isWhole = wholeOf === basis;
  const chosen: Chosen = isWhole && total !== null ? { filter, count: total } : { ids: chosenRows.map(({ id }) => id) };
  const clear = () => {
    setWholeOf(null);
    selection.clear();
  };
  return (
    <>
      <BulkResults bulks={[assigned, noted]} subject={t('subject')} hrefOf={transactionHref} clear={clear} />
      {chosenRows.length > 0 && (
        <BulkBar
          chosen={chosen}
          noun={noun}
          amounts={'ids' in chosen ? chosenRows.map(({ amount }) => amount) : []}
          clear={clear}
        >
          {total !== null && total > chosenRows.length && !isWhole && (
            <Button
              look="ghost"
              size="small"
              disabled={total > MAX_REMARKED}
              title={total > MAX_REMARKED ? t('bulk.most', { most: MAX_REMARKED }) : undefined}
              onClick={() => setWholeOf(basis)}
            >
              {t('bulk.all', { count: total })}
            </Button>
          )}
          <AssignPanel bulk={assigned} chosen={chosen} noun={noun} people={tools.people} />
          <NotePanel bulk={noted} chosen={chosen} noun={noun} />
          {('filter' in chosen || chosen.ids.length <= MOST_NAMED) && (
            <a href={exportHref(chosen)} download className={buttonClass({ size: 'small' })}>
              <Download aria-hidden /> CSV
            </a>
          )}
          {'ids' in chosen && (
            <CopyTextButton value={chosen.ids.join('\n')} label={t('bulk.ids', { count: countOf(chosen) })} />
          )}
        </BulkBar>
      )}
    </>
  );
}

/** A file of what is chosen, in the list's own way of naming it. */
function exportHref(chosen: Chosen): string {
  if ('filter' in chosen) return `/transactions/export?${chosen.filter}`;
  return `/transactions/export?${new URLSearchParams(chosen.ids.map((id) => ['id', id]))}`;
}
