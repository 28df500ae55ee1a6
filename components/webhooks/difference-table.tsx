import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { transactionHref } from '@/components/transactions/transaction-href';
import { amountText, shortenId } from '@/lib/format';
import type { DifferenceState, KeptDifference } from '@/lib/lists/difference';
import { spokenReading } from '@/lib/providers/reading-words';
import type { TimeZone } from '@/lib/time-zones';
import { withVisibleControls } from './body-text';

const HEADS = {
  open: ['transaction', 'field', 'theirs', 'ours', 'firstSeen', 'lastSeen'],
  unread: ['subject', 'why', 'firstSeen'],
  settled: ['transaction', 'field', 'theirs', 'ours', 'firstSeen', 'lastSeen', 'settled'],
} as const satisfies Record<DifferenceState, readonly string[]>;

type Props = {
  readonly rows: readonly KeptDifference[];
  readonly state: DifferenceState;
  readonly zone: TimeZone;
};

/** In what the providers' lists and our store do not agree, the latest seen first. */
export function DifferenceTable({ rows, state, zone }: Props) {
  const t = useTranslations('acknowledgements');
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('lists.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS[state].map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4">
              {t(`lists.column.${head}`)}
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
              <p className="text-xs whitespace-nowrap text-ink-2">{t(`lists.name.${row.list}`)}</p>
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
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  const isAmount = row.field === 'amount' || row.field === 'amount_out';
  const told = (text: string | null) => (isAmount && text !== null ? amountText(text, reader.region) : text);
  const label = state !== 'unread' && <td className="whitespace-nowrap">{t(`lists.field.${row.field}`)}</td>;
  if (row.field === 'row') {
    return (
      <>
        {label}
        <td colSpan={state === 'unread' ? 1 : 2} className="min-w-72 [overflow-wrap:anywhere]">
          {withVisibleControls(spokenReading(row.theirs ?? '', reader))}
        </td>
      </>
    );
  }
  return (
    <>
      {label}
      <Told text={told(row.theirs)} />
      <Told text={told(row.ours)} />
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

function Told({ text }: { readonly text: string | null }) {
  const t = useTranslations('acknowledgements');
  return (
    <td className="min-w-32 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
      {text === null ? <span className="font-sans text-ink-2 italic">{t('notTold')}</span> : withVisibleControls(text)}
    </td>
  );
}
