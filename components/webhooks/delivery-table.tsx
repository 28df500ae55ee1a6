import Link from 'next/link';
import type { ReactNode } from 'react';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { classNames } from '@/components/ui/class-names';
import { type ListedDelivery, MAX_SIBLINGS } from '@/lib/events/received';
import { shortenId } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { rawName } from '@/lib/providers/raw-name';
import type { TimeZone } from '@/lib/time-zones';
import { AnswerText } from './answer-text';
import { ORIGIN_WORDS, PROOF_WORDS } from './delivery-words';
import { LagText } from './lag-text';
import { ResultBadge } from './result-badge';

type Props = { readonly deliveries: readonly ListedDelivery[]; readonly zone: TimeZone };
type Column = {
  readonly label: string;
  readonly cell: (delivery: ListedDelivery, zone: TimeZone) => ReactNode;
  readonly className?: string;
};

const BOX = 'block size-4 cursor-pointer accent-accent';

const COLUMNS: readonly Column[] = [
  {
    label: 'Received',
    cell: (delivery, zone) => (
      <Link
        href={`/webhooks/${delivery.seq}`}
        prefetch={false}
        data-row-link
        className="rounded-sm font-medium underline decoration-line-strong underline-offset-3 hover:decoration-accent"
      >
        <Instant at={delivery.receivedAt} zone={zone} />
      </Link>
    ),
  },
  { label: 'Provider', cell: ({ provider }) => PROVIDER_LABELS[provider] },
  { label: 'Event', cell: (delivery) => <EventName delivery={delivery} /> },
  { label: 'Result', cell: (delivery) => <Result delivery={delivery} /> },
  { label: 'Transaction', cell: ({ transactionId }) => <TransactionLink id={transactionId} /> },
  {
    label: 'Verified',
    cell: ({ proof }) => (
      <span className="whitespace-nowrap" title={PROOF_WORDS[proof].explanation}>
        {PROOF_WORDS[proof].label}
      </span>
    ),
  },
  { label: 'Answer', cell: (delivery) => <AnswerText {...delivery} />, className: 'text-right' },
  { label: 'Lag', cell: (delivery) => <LagText {...delivery} />, className: 'text-right' },
  {
    label: 'Origin',
    cell: ({ origin }) => <span title={ORIGIN_WORDS[origin].explanation}>{ORIGIN_WORDS[origin].label}</span>,
  },
];

/**
 * What arrived, newest first, each row to be chosen by its box. A reason, where one is told, has a line of its own under
 * its row.
 */
export function DeliveryTable({ deliveries, zone }: Props) {
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">Deliveries received, newest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="w-px py-2 pl-4">
            <input type="checkbox" data-all="" aria-label="Select every row on this page" className={BOX} />
          </th>
          {COLUMNS.map(({ label, className }) => (
            <th
              key={label}
              scope="col"
              className={classNames('px-3 py-2 font-medium whitespace-nowrap last:pr-4', className)}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {deliveries.map((delivery) => (
        <tbody
          key={delivery.seq}
          className="border-b border-line last:border-0 hover:bg-canvas has-[:checked]:bg-accent-soft"
        >
          <tr>
            <td className="h-10 pl-4 align-middle">
              <input
                type="checkbox"
                name="seq"
                value={delivery.seq}
                aria-label={`Select delivery ${delivery.seq}`}
                className={BOX}
              />
            </td>
            {COLUMNS.map(({ label, cell, className }) => (
              <td key={label} className={classNames('h-10 px-3 align-middle last:pr-4', className)}>
                {cell(delivery, zone)}
              </td>
            ))}
          </tr>
          {delivery.reason && (
            <tr>
              <td colSpan={COLUMNS.length + 1} className="pb-2.5 text-xs [overflow-wrap:anywhere] text-ink-2">
                {/* It stays in view while the columns scroll away under it on a narrow screen. */}
                <p className="sticky left-0 max-w-[min(100%,100vw-2.25rem)] px-4">
                  <span className="font-medium text-caution">Why:</span> {delivery.reason}
                </p>
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

function Result({ delivery: { seq, outcome, siblingCount } }: { readonly delivery: ListedDelivery }) {
  const others = siblingCount >= MAX_SIBLINGS ? `${MAX_SIBLINGS - 1}+` : String(siblingCount);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ResultBadge outcome={outcome} />
      {siblingCount > 0 && (
        <Link
          href={`/webhooks/${seq}#siblings`}
          prefetch={false}
          aria-label={`${others} more ${siblingCount === 1 ? 'delivery' : 'deliveries'} of the same event`}
          title="Delivered more than once: see the others"
          className="rounded-sm text-xs text-accent tabular-nums hover:underline"
        >
          +{others}
        </Link>
      )}
    </span>
  );
}

function EventName({ delivery: { provider, body } }: { readonly delivery: ListedDelivery }) {
  const name = body && rawName(provider, body);
  if (!name) return <span className="text-ink-2 italic">{body ? 'no name in it' : 'too long to list'}</span>;
  return <span className="font-mono text-xs whitespace-nowrap">{name}</span>;
}

function TransactionLink({ id }: { readonly id: string | null }) {
  if (id === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">none</span>
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
