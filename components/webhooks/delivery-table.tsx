import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { classNames } from '@/components/ui/class-names';
import type { Origin, Proof } from '@/lib/events/delivery';
import { type ListedDelivery, MAX_SIBLINGS } from '@/lib/events/received';
import { shortenId } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { rawName } from '@/lib/providers/raw-name';
import { spokenReading } from '@/lib/providers/reading-words';
import type { TimeZone } from '@/lib/time-zones';
import { AnswerText } from './answer-text';
import { LagText } from './lag-text';
import { ResultBadge } from './result-badge';

type Props = { readonly deliveries: readonly ListedDelivery[]; readonly zone: TimeZone };

const BOX = 'block size-4 cursor-pointer accent-accent';

type CellProps = { readonly delivery: ListedDelivery; readonly zone: TimeZone };

const CELLS = {
  received: ({ delivery, zone }) => (
    <Link
      href={`/webhooks/${delivery.seq}`}
      prefetch={false}
      data-row-link
      className="rounded-sm font-medium underline decoration-line-strong underline-offset-3 hover:decoration-accent"
    >
      <Instant at={delivery.receivedAt} zone={zone} />
    </Link>
  ),
  provider: ({ delivery }) => PROVIDER_LABELS[delivery.provider],
  event: EventName,
  result: Result,
  transaction: ({ delivery }) => <TransactionLink id={delivery.transactionId} />,
  verified: ({ delivery }) => <ProofWord proof={delivery.proof} />,
  answer: ({ delivery }) => <AnswerText {...delivery} />,
  lag: ({ delivery }) => <LagText {...delivery} />,
  origin: ({ delivery }) => <OriginWord origin={delivery.origin} />,
} as const satisfies Record<string, (props: CellProps) => ReactNode>;
const COLUMNS = Object.keys(CELLS) as (keyof typeof CELLS)[];

/** Numbers end where their heading ends. */
const ALIGNED: Partial<Record<keyof typeof CELLS, string>> = { answer: 'text-right', lag: 'text-right' };

/**
 * What arrived, newest first, each row to be chosen by its box. A reason, where one is told, has a line of its own under
 * its row.
 */
export function DeliveryTable({ deliveries, zone }: Props) {
  const t = useTranslations('webhooks');
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">{t('received.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="w-px py-2 pl-4">
            <input type="checkbox" data-all="" aria-label={t('row.selectAll')} className={BOX} />
          </th>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className={classNames('px-3 py-2 font-medium whitespace-nowrap last:pr-4', ALIGNED[column])}
            >
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.seq} delivery={delivery} zone={zone} />
      ))}
    </table>
  );
}

function DeliveryRow({ delivery, zone }: CellProps) {
  const t = useTranslations('webhooks');
  const reader = useReader();
  return (
    <tbody className="border-b border-line last:border-0 hover:bg-canvas has-[:checked]:bg-accent-soft">
      <tr>
        <td className="h-10 pl-4 align-middle">
          <input
            type="checkbox"
            name="seq"
            value={delivery.seq}
            aria-label={t('row.select', { seq: delivery.seq })}
            className={BOX}
          />
        </td>
        {COLUMNS.map((column) => {
          const Cell: (props: CellProps) => ReactNode = CELLS[column];
          return (
            <td key={column} className={classNames('h-10 px-3 align-middle last:pr-4', ALIGNED[column])}>
              <Cell delivery={delivery} zone={zone} />
            </td>
          );
        })}
      </tr>
      {delivery.reason && (
        <tr>
          <td colSpan={COLUMNS.length + 1} className="pb-2.5 text-xs [overflow-wrap:anywhere] text-ink-2">
            {/* It stays in view while the columns scroll away under it on a narrow screen. */}
            <p className="sticky left-0 max-w-[min(100%,100vw-2.25rem)] px-4">
              <span className="font-medium text-caution">{t('row.why')}</span> {spokenReading(delivery.reason, reader)}
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function ProofWord({ proof }: { readonly proof: Proof }) {
  const tellings = useTranslations('deliveries');
  return (
    <span className="whitespace-nowrap" title={tellings(`proof.${proof}.explanation`)}>
      {tellings(`proof.${proof}.label`)}
    </span>
  );
}

function OriginWord({ origin }: { readonly origin: Origin }) {
  const tellings = useTranslations('deliveries');
  return <span title={tellings(`origin.${origin}.explanation`)}>{tellings(`origin.${origin}.label`)}</span>;
}

function Result({ delivery: { seq, outcome, siblingCount } }: CellProps) {
  const t = useTranslations('webhooks');
  const others = siblingCount >= MAX_SIBLINGS ? `${MAX_SIBLINGS - 1}+` : String(siblingCount);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ResultBadge outcome={outcome} />
      {siblingCount > 0 && (
        <Link
          href={`/webhooks/${seq}#siblings`}
          prefetch={false}
          aria-label={t('row.others', { count: others, isOne: siblingCount === 1 ? 'yes' : 'no' })}
          title={t('row.othersTitle')}
          className="rounded-sm text-xs text-accent tabular-nums hover:underline"
        >
          +{others}
        </Link>
      )}
    </span>
  );
}

function EventName({ delivery: { provider, body } }: CellProps) {
  const t = useTranslations('webhooks');
  const name = body && rawName(provider, body);
  if (!name) return <span className="text-ink-2 italic">{body ? t('row.noName') : t('row.tooLong')}</span>;
  return <span className="font-mono text-xs whitespace-nowrap">{name}</span>;
}

function TransactionLink({ id }: { readonly id: string | null }) {
  const words = useTranslations('words');
  if (id === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{words('none')}</span>
      </span>
    );
  }
  return (
    <Link
      href={transactionHref(id)}
      title={id}
      className="rounded-sm font-mono text-xs whitespace-nowrap text-accent hover:underline"
    >
      {shortenId(id, 16, 4)}
    </Link>
  );
}
