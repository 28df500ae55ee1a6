import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import Link from 'next/link';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { MoneyText } from './money-text';
import { RefundDots } from './refund-dots';
import { ShortId } from './short-id';
import { StatusBadge } from './status-badge';
import { NoValue, TwoLineInstant, TwoLineKind } from './table-cells';
import { transactionHref } from './transaction-href';
import type { TransactionRow } from './transaction-row';

export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, TransactionRow>();

/** The columns of the list. A column that can be ordered by bears the name of its `sort` parameter. */
export function transactionColumns(zone: TimeZone) {
  return column.columns([
    column.accessor('occurredAt', {
      id: 'occurred_at',
      header: 'Occurred',
      cell: ({ row, getValue }) => (
        <Link
          href={transactionHref(row.original.id)}
          data-row-link
          prefetch={false}
          className="block w-fit scroll-my-14 max-md:ml-auto max-md:scroll-my-20 rounded-sm outline-offset-4"
        >
          <TwoLineInstant at={getValue()} zone={zone} />
          <span className="sr-only">
            , {PROVIDER_LABELS[row.original.provider]} {KIND_LABELS[row.original.kind]}
          </span>
        </Link>
      ),
    }),
    column.accessor('kind', {
      header: 'Provider · Kind',
      enableSorting: false,
      cell: ({ row: { original } }) => <TwoLineKind {...original} />,
    }),
    column.accessor('status', {
      header: 'State',
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <StatusBadge status={original.status} providerStatus={original.providerStatus} />
      ),
    }),
    column.accessor('amount', {
      header: 'Amount in',
      cell: ({ row: { original } }) => (
        <MoneyText
          money={original.amount}
          absent={original.isIncomplete ? 'unknown' : 'none'}
          isCurrencyAssumed={original.isCurrencyAssumed}
        />
      ),
    }),
    column.accessor('amountOut', {
      id: 'amount_out',
      header: 'Amount out',
      enableSorting: false,
      cell: ({ getValue }) => <MoneyText money={getValue()} absent="none" />,
    }),
    column.accessor('externalRef', {
      id: 'external_ref',
      header: 'External ref',
      enableSorting: false,
      cell: ({ getValue }) => {
        const value = getValue();
        return value === null ? <NoValue /> : <ShortId value={value} label="external reference" head={8} tail={4} />;
      },
    }),
    column.accessor('bankReference', {
      id: 'bank_reference',
      header: 'Bank reference',
      enableSorting: false,
      cell: ({ getValue }) => {
        const reference = getValue();
        if (!reference) return <NoValue />;
        const isPix = reference.kind === 'e2e';
        const label = isPix ? 'PIX end-to-end id' : 'clave de rastreo';
        return <ShortId value={reference.value} label={label} tag={isPix ? 'E2E' : 'Clave'} head={6} tail={5} />;
      },
    }),
    column.accessor('refund', {
      header: 'Refund',
      enableSorting: false,
      cell: ({ getValue }) => <RefundDots refund={getValue()} />,
    }),
    column.accessor('updatedAt', {
      id: 'updated_at',
      header: 'Updated',
      cell: ({ getValue }) => <TwoLineInstant at={getValue()} zone={zone} />,
    }),
  ]);
}
