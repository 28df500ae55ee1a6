import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { PersonInitials } from '@/components/remarks/person';
import { MoneyText } from '@/components/transactions/money-text';
import { RefundDots } from '@/components/transactions/refund-dots';
import { ShortId } from '@/components/transactions/short-id';
import { StatusBadge } from '@/components/transactions/status-badge';
import { NoValue, TwoLineInstant, TwoLineKind } from '@/components/transactions/table-cells';
import { transactionHref } from '@/components/transactions/transaction-href';
import type { Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { fillWhereabouts } from '@/lib/refunds/locate';
import type { TimeZone } from '@/lib/time-zones';
import { LimitChip } from './limit-chip';
import { RefundStatusBadge } from './refund-status-badge';
import { ageText, hasDuration } from './refund-words';
import { stepReference } from './step-reference';

export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, RefundRow>();

/** The columns of the table. A column that can be ordered by bears the name of its `sort` parameter. */
export function refundColumns(t: Translator<'refunds'>, zone: TimeZone) {
  return column.columns([
    column.accessor('triggeredAt', {
      id: 'triggered_at',
      header: t('column.triggered'),
      cell: ({ row: { original } }) => <Opener refund={original} zone={zone} />,
    }),
    column.accessor('kind', {
      header: t('column.kind'),
      enableSorting: false,
      cell: ({ row: { original } }) => <TwoLineKind {...original} />,
    }),
    column.accessor('originalStatus', {
      id: 'original',
      header: t('column.original'),
      enableSorting: false,
      cell: ({ getValue }) => <StatusBadge status={getValue()} />,
    }),
    column.accessor('status', {
      header: t('column.refund'),
      enableSorting: false,
      cell: ({ row: { original } }) => <RefundStatusBadge refund={original} />,
    }),
    column.accessor('currentStep', {
      id: 'step',
      header: t('column.step'),
      enableSorting: false,
      cell: ({ getValue }) => {
        const step = getValue();
        return step === null ? <NoValue /> : <span className="font-mono text-xs">{step}</span>;
      },
    }),
    column.accessor('stepsDone', {
      id: 'steps',
      header: t('column.steps'),
      enableSorting: false,
      cell: ({ row: { original } }) => <StepsDone refund={original} />,
    }),
    column.accessor('amount', {
      header: t('column.amount'),
      cell: ({ getValue }) => <MoneyText money={getValue()} />,
    }),
    column.accessor('ageSeconds', {
      id: 'age',
      header: t('column.age'),
      enableSorting: false,
      cell: ({ row: { original } }) => <Age refund={original} />,
    }),
    column.accessor('limitState', {
      id: 'limit',
      header: t('column.limit'),
      enableSorting: false,
      cell: ({ row: { original } }) =>
        hasDuration(original) ? <LimitChip state={original.limitState} limits={original.limits} /> : <NoValue />,
    }),
    column.accessor('whereabouts', {
      header: t('column.where'),
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <span className="block text-xs leading-4.5 text-ink-2 md:w-72">
          <Says said={fillWhereabouts(original).sentence} />
        </span>
      ),
    }),
    column.accessor((refund) => refund.steps.at(-1)?.id, {
      id: 'reference',
      header: t('column.reference'),
      enableSorting: false,
      cell: ({ row: { original } }) => <Reference refund={original} />,
    }),
    column.accessor('externalRef', {
      id: 'external_ref',
      header: t('column.externalRef'),
      enableSorting: false,
      cell: ({ getValue }) => {
        const value = getValue();
        return value === null ? <NoValue /> : <ShortId value={value} label={t('row.externalRef')} head={8} tail={4} />;
      },
    }),
    column.accessor('assignee', {
      header: t('column.owner'),
      enableSorting: false,
      cell: ({ getValue }) => <PersonInitials email={getValue()} />,
    }),
  ]);
}

function Age({ refund }: { readonly refund: RefundRow }) {
  const t = useTranslations('refunds');
  return <span className="text-xs whitespace-nowrap tabular-nums">{ageText(refund, t, useRegion())}</span>;
}

function Opener({ refund, zone }: { readonly refund: RefundRow; readonly zone: TimeZone }) {
  const words = useTranslations('words');
  return (
    <Link
      href={transactionHref(refund.transactionId)}
      data-row-link
      prefetch={false}
      className="block w-fit scroll-my-14 rounded-sm outline-offset-4 max-md:scroll-my-20"
    >
      <TwoLineInstant at={refund.triggeredAt} zone={zone} />
      <span className="sr-only">
        , {PROVIDER_LABELS[refund.provider]} {words(`kind.${refund.kind}`)}
      </span>
    </Link>
  );
}

function StepsDone({ refund }: { readonly refund: RefundRow }) {
  const t = useTranslations('refunds');
  const { steps, stepsDone } = refund;
  if (steps.length === 0) return <NoValue />;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <RefundDots refund={refund} />
      <span className="text-xs text-ink-2 tabular-nums">
        {t('row.stepsDone', { done: stepsDone, count: steps.length })}
      </span>
    </span>
  );
}

function Reference({ refund }: { readonly refund: RefundRow }) {
  const t = useTranslations('refunds');
  const reference = stepReference(refund);
  if (!reference) return <NoValue />;
  const { id, step, state } = reference;
  if (id !== null) return <ShortId value={id} label={t('row.idOf', { step })} head={6} tail={5} />;
  return (
    <span className="text-xs whitespace-nowrap text-ink-2 italic" title={t('row.idOfTitle', { step })}>
      {state === 'pending' ? t('row.pending') : t('row.willNotCome')}
    </span>
  );
}
