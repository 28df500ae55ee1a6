'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ExportDialog } from '@/components/exports/export-dialog';
import { useRegion } from '@/components/language/reader';
import { useTableLayout } from '@/components/table/layout-provider';
import { fromLeft, settled } from '@/components/table/layout-state';
import { columnsOnScreen } from '@/lib/exports/transaction-columns';
import type { TimeZone } from '@/lib/time-zones';
import { type ListQuery, writeListQuery } from '@/lib/transactions/filters';
import { FIRST_COLUMNS, transactionColumns } from './transaction-columns';

type Props = {
  readonly query: ListQuery;
  readonly count: number | null;
  readonly zone: TimeZone;
  readonly now: Date;
};

/** A file of the list with the columns that it shows, from left to right. */
export function TransactionExport({ query: { filters, sort }, count, zone, now }: Props) {
  const t = useTranslations('transactions');
  const region = useRegion();
  const columns = useMemo(() => transactionColumns({ t, region, zone, now }), [t, region, zone, now]);
  const layout = settled(useTableLayout().layout, columns, FIRST_COLUMNS);
  const shown = fromLeft(layout).filter((id) => !layout.hidden.includes(id));
  return (
    <ExportDialog
      list="transactions"
      query={writeListQuery({ filters, sort }).toString()}
      count={count}
      shown={columnsOnScreen(shown)}
    />
  );
}
