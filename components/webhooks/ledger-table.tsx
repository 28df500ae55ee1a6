import { MoveRight } from 'lucide-react';
import Link from 'next/link';
import { Instant } from '@/components/transactions/instant';
import { ShortId } from '@/components/transactions/short-id';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Badge } from '@/components/ui/badge';
import type { Origin } from '@/lib/events/delivery';
import type { LedgerEffect, LedgerRow } from '@/lib/feeds/ledger';
import { keyText } from '@/lib/feeds/ledger-query';
import { formatLag } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { ORIGIN_WORDS } from './delivery-words';
import { FEED_LABELS, LEDGER_WORDS } from './ledger-words';

export type ShownRow = LedgerRow & { readonly effect: LedgerEffect };
type Props = { readonly rows: readonly ShownRow[]; readonly zone: TimeZone; readonly now: Date };

const HEADS = ['Happened', 'Event', 'Operation', 'Account', 'In our store?', 'Effect if applied', 'Age', 'State'];

/** Events that a provider could not deliver, latest first, each with what became of it here. */
export function LedgerTable({ rows, zone, now }: Props) {
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">Events the provider counts as never delivered, latest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="w-8 py-2 pl-4">
            <input type="checkbox" data-all aria-label="Choose all on this page" className="size-4 accent-accent" />
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap last:pr-4">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyText(row)} row={row} zone={zone} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, zone, now }: { readonly row: ShownRow } & Omit<Props, 'rows'>) {
  const words = LEDGER_WORDS[row.state];
  const since = row.happenedAt ?? row.firstListedAt;
  return (
    <tr className="group border-b border-line align-top last:border-0 hover:bg-canvas has-checked:bg-accent-soft [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td>
        <input
          type="checkbox"
          name="key"
          value={keyText(row)}
          aria-label={`Choose event ${row.eventId}`}
          className="mt-0.5 size-4 accent-accent"
        />
      </td>
      <td className="font-medium">
        <Instant at={row.happenedAt} zone={zone} />
      </td>
      <td>
        <p className="whitespace-nowrap">{row.subscription}</p>
        <ShortId value={row.eventId} label="event id" tag={FEED_LABELS[row.feed]} />
      </td>
      <td>{row.operationId ? <ShortId value={row.operationId} label="operation id" /> : <NotTold />}</td>
      <td>{row.account ? <ShortId value={row.account} label="account id" /> : <NotTold />}</td>
      <td>
        <InStore row={row} />
      </td>
      <td className="min-w-44">
        <EffectText effect={row.effect} isDone={row.delivery !== null} />
      </td>
      <td className="whitespace-nowrap tabular-nums" title="Since it happened, or since it was first listed">
        {formatLag(+now - +since)}
      </td>
      <td>
        <Badge tone={words.tone} icon={words.icon} title={words.explanation}>
          {words.label}
        </Badge>
        {row.reason && <p className="mt-0.5 max-w-56 text-xs [overflow-wrap:anywhere] text-ink-2">{row.reason}</p>}
        {row.decidedBy && <p className="text-xs [overflow-wrap:anywhere] text-ink-2">by {row.decidedBy}</p>}
      </td>
    </tr>
  );
}

function InStore({ row: { delivery } }: { readonly row: ShownRow }) {
  if (!delivery) return <span className="text-ink-2">No</span>;
  const origin = ORIGIN_WORDS[delivery.origin as Origin];
  return (
    <>
      Yes, {origin.label.toLowerCase()}{' '}
      <Link href={`/webhooks/${delivery.seq}`} className="block text-xs whitespace-nowrap text-accent hover:underline">
        delivery {delivery.seq}
      </Link>
    </>
  );
}

function EffectText({ effect, isDone }: { readonly effect: LedgerEffect; readonly isDone: boolean }) {
  if (effect.outcome === 'unrecognised') {
    return <span className="text-xs [overflow-wrap:anywhere] text-ink-2">Not understood: {effect.reason}</span>;
  }
  const link = (text: string) => (
    <Link href={transactionHref(effect.transactionId)} className="text-accent hover:underline">
      {text}
    </Link>
  );
  if (isDone || effect.outcome === 'none') return <>None, it is in {link('its transaction')}</>;
  if (effect.outcome === 'details') return <>Adds to what {link('its transaction')} tells</>;
  if (effect.outcome === 'new') {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        New transaction {effect.after && <StatusBadge status={effect.after} />}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {link('Its transaction')}: <StatusBadge status={effect.before} />
      <MoveRight aria-label="becomes" className="size-3.5 text-ink-2" />
      <StatusBadge status={effect.after} />
    </span>
  );
}

function NotTold() {
  return <span className="text-xs text-ink-3 italic">not told</span>;
}
