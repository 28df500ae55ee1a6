import { useTranslations } from 'next-intl';
import type { TableColumn } from '@/components/table/column';
import type { Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { MoneyText } from './money-text';
import { MatchDifference, ReconciliationCell } from './reconciliation-cells';
import { RefundDots } from './refund-dots';
import { ShortId } from './short-id';
import { StatusBadge } from './status-badge';
import { LateReceived, NoValue, TwoLineInstant, TwoLineKind } from './table-cells';
import { transactionHref } from './transaction-href';
import type { TransactionRow } from './transaction-row';

/** The columns that everybody sees until they choose others. */
export function knownColumns(t: Translator<'transactions'>, zone: TimeZone): TableColumn<TransactionRow>[] {
  return [
    {
      id: 'occurred_at',
      label: t('columns.occurred_at'),
      width: 108,
      card: 'max-md:[grid-area:when] max-md:text-right',
      cell: (row) => <Occurred row={row} zone={zone} />,
    },
    {
      id: 'kind',
      label: t('columns.kind'),
      width: 124,
      card: 'max-md:[grid-area:kind]',
      cell: (row) => <TwoLineKind {...row} />,
    },
    {
      id: 'status',
      label: t('columns.status'),
      width: 160,
      card: 'max-md:[grid-area:status]',
      cell: ({ status, providerStatus }) => <StatusBadge status={status} providerStatus={providerStatus} />,
    },
    {
      id: 'amount',
      label: t('columns.amount'),
      width: 152,
      isNumeric: true,
      card: 'max-md:[grid-area:amount] max-md:text-sm max-md:font-medium',
      cell: ({ amount, isIncomplete, isCurrencyAssumed }) => (
        <MoneyText money={amount} absent={isIncomplete ? 'unknown' : 'none'} isCurrencyAssumed={isCurrencyAssumed} />
      ),
    },
    {
      id: 'amount_out',
      label: t('columns.amount_out'),
      width: 164,
      isNumeric: true,
      card: 'max-md:[grid-area:out] max-md:has-[.absent]:hidden',
      cell: ({ amountOut }) => <MoneyText money={amountOut} absent="none" />,
    },
    {
      id: 'external_ref',
      label: t('columns.external_ref'),
      width: 140,
      card: 'max-md:[grid-area:ref] max-md:has-[.absent]:hidden',
      cell: ({ externalRef }) =>
        externalRef === null ? (
          <NoValue />
        ) : (
          <ShortId value={externalRef} label={t('id.external_ref')} head={8} tail={4} />
        ),
    },
    {
      id: 'bank_reference',
      label: t('columns.bank_reference'),
      width: 164,
      card: 'max-md:[grid-area:bank] max-md:text-right max-md:has-[.absent]:hidden',
      cell: ({ bankReference }) => <Reference reference={bankReference} />,
    },
    {
      id: 'reconciliation',
      label: t('columns.reconciliation'),
      width: 136,
      cell: ({ reconciliation }) => <ReconciliationCell reconciliation={reconciliation} />,
    },
    {
      id: 'difference',
      label: t('columns.difference'),
      width: 92,
      isNumeric: true,
      cell: ({ difference }) => <MatchDifference difference={difference} />,
    },
    {
      id: 'refund',
      label: t('columns.refund'),
      width: 82,
      card: 'max-md:[grid-area:refund] max-md:text-xs max-md:text-ink-2 max-md:before:mr-2 max-md:before:content-[attr(data-label)] max-md:has-[.absent]:hidden',
      isNamedInCard: true,
      cell: ({ refund }) => <RefundDots refund={refund} />,
    },
    {
      id: 'updated_at',
      label: t('columns.updated_at'),
      width: 104,
      cell: ({ updatedAt }) => <TwoLineInstant at={updatedAt} zone={zone} />,
    },
  ];
}

/** The row's link, named by what the payment is. */
function Occurred({ row, zone }: { readonly row: TransactionRow; readonly zone: TimeZone }) {
  const words = useTranslations('words');
  return (
    <span className="flex items-center gap-1 max-md:justify-end">
      {/* A plain link: what a click on it does is the table's to say. */}
      <a
        href={transactionHref(row.id)}
        data-row-link
        className="block w-fit scroll-mx-20 scroll-my-14 rounded-sm -outline-offset-1 max-md:scroll-my-20"
      >
        <TwoLineInstant at={row.occurredAt} zone={zone} />
        <span className="sr-only">
          , {PROVIDER_LABELS[row.provider]} {words(`kind.${row.kind}`)}
        </span>
      </a>
      <LateReceived occurredAt={row.occurredAt} receivedAt={row.firstReceivedAt} zone={zone} />
    </span>
  );
}

function Reference({ reference }: { readonly reference: TransactionRow['bankReference'] }) {
  const t = useTranslations('transactions');
  if (!reference) return <NoValue />;
  const isPix = reference.kind === 'e2e';
  return (
    <ShortId
      value={reference.value}
      label={t(`id.${reference.kind}`)}
      tag={isPix ? 'E2E' : 'Clave'}
      head={6}
      tail={5}
    />
  );
}
