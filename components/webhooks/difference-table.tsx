import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { shortenId } from '@/lib/format';
import { DIFFERENCE_LABELS, type DifferenceState, type KeptDifference } from '@/lib/lists/difference';
import { LISTS } from '@/lib/providers/listing';
import type { TimeZone } from '@/lib/time-zones';
import { withVisibleControls } from './body-text';

const HEADS = {
  open: ['Transaction', 'Field', 'Theirs', 'Ours', 'First seen', 'Last seen'],
  unread: ['Transaction, or row', 'Why it is not understood', 'First seen'],
  settled: ['Transaction', 'Field', 'Theirs', 'Ours', 'First seen', 'Last seen', 'Settled'],
} as const satisfies Record<DifferenceState, readonly string[]>;

type Props = {
  readonly rows: readonly KeptDifference[];
  readonly state: DifferenceState;
  readonly zone: TimeZone;
};

/** In what the providers' lists and our store do not agree, the latest seen first. */
export function DifferenceTable({ rows, state, zone }: Props) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">Differences, the latest seen first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS[state].map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.list} ${row.transactionId} ${row.field}`}
            className="border-b border-line align-top last:border-0 hover:bg-canvas [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Subject row={row} />
              <p className="text-xs whitespace-nowrap text-ink-2">{LISTS[row.list].label}</p>
            </td>
            <Contradiction row={row} state={state} />
            <td>
              <Instant at={row.firstSeenAt} zone={zone} />
            </td>
            {state !== 'unread' && (
              <td>
                <Instant at={row.lastSeenAt} zone={zone} />
              </td>
            )}
            {state === 'settled' && (
              <td>
                <Instant at={row.settledAt} zone={zone} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both sides' words; of a row that is not understood, why. */
function Contradiction({ row, state }: { readonly row: KeptDifference; readonly state: DifferenceState }) {
  const label = state !== 'unread' && <td className="whitespace-nowrap">{DIFFERENCE_LABELS[row.field]}</td>;
  if (row.field === 'row') {
    return (
      <>
        {label}
        <td colSpan={state === 'unread' ? 1 : 2} className="min-w-72 [overflow-wrap:anywhere]">
          {withVisibleControls(row.theirs ?? '')}
        </td>
      </>
    );
  }
  return (
    <>
      {label}
      <Said text={row.theirs} />
      <Said text={row.ours} />
    </>
  );
}

/** The transaction it is about; a row that names none is told by its fingerprint. */
function Subject({ row: { transactionId, isTransactionKnown } }: { readonly row: KeptDifference }) {
  if (!isTransactionKnown) {
    return (
      <span className="font-mono text-xs" title={transactionId}>
        {shortenId(transactionId, 18, 4)}
      </span>
    );
  }
  return (
    <Link
      href={transactionHref(transactionId)}
      prefetch={false}
      title={transactionId}
      className="font-mono text-xs whitespace-nowrap text-accent hover:underline"
    >
      {shortenId(transactionId, 24, 4)}
    </Link>
  );
}

function Said({ text }: { readonly text: string | null }) {
  return (
    <td className="min-w-32 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
      {text === null ? <span className="font-sans text-ink-2 italic">not told</span> : withVisibleControls(text)}
    </td>
  );
}
