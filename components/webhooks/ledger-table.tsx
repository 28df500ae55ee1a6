import { MoveRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { ShortId } from '@/components/transactions/short-id';
import { StatusBadge } from '@/components/transactions/status-badge';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Badge } from '@/components/ui/badge';
import type { Origin } from '@/lib/events/delivery';
import type { LedgerEffect, LedgerRow } from '@/lib/feeds/ledger';
import { keyText } from '@/lib/feeds/ledger-query';
import { formatLag } from '@/lib/format';
import { spokenKept } from '@/lib/language/said';
import { spokenReading } from '@/lib/providers/reading-words';
import type { TimeZone } from '@/lib/time-zones';
import { FEED_LABELS, LEDGER_LOOKS } from './ledger-words';

export type ShownRow = LedgerRow & { readonly effect: LedgerEffect };
type Props = { readonly rows: readonly ShownRow[]; readonly zone: TimeZone; readonly now: Date };

const HEADS = ['happened', 'event', 'operation', 'account', 'inStore', 'effect', 'age', 'state'] as const;

/** Events that a provider could not deliver, latest first, each with what became of it here. */
export function LedgerTable({ rows, zone, now }: Props) {
  const t = useTranslations('acknowledgements');
  return (
    <table className="w-full min-w-5xl border-collapse text-body">
      <caption className="sr-only">{t('ledger.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          <th scope="col" className="w-8 py-2 pl-4">
            <input type="checkbox" data-all aria-label={t('ledger.chooseAll')} className="size-4 accent-accent" />
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap last:pr-4">
              {t(`ledger.head.${head}`)}
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
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  const { tone, icon } = LEDGER_LOOKS[row.state];
  const since = row.happenedAt ?? row.firstListedAt;
  return (
    <tr className="group border-b border-line align-top last:border-0 hover:bg-canvas has-checked:bg-accent-soft [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td>
        <input
          type="checkbox"
          name="key"
          value={keyText(row)}
          aria-label={t('ledger.choose', { id: row.eventId })}
          className="mt-0.5 size-4 accent-accent"
        />
      </td>
      <td className="font-medium">
        <Instant at={row.happenedAt} zone={zone} />
      </td>
      <td>
        <p className="whitespace-nowrap">{row.subscription}</p>
        <ShortId value={row.eventId} label={t('ledger.eventId')} tag={FEED_LABELS[row.feed]} />
      </td>
      <td>{row.operationId ? <ShortId value={row.operationId} label={t('ledger.operationId')} /> : <NotTold />}</td>
      <td>{row.account ? <ShortId value={row.account} label={t('ledger.accountId')} /> : <NotTold />}</td>
      <td>
        <InStore row={row} />
      </td>
      <td className="min-w-44">
        <EffectText effect={row.effect} isDone={row.delivery !== null} />
      </td>
      <td className="whitespace-nowrap tabular-nums" title={t('ledger.ageTitle')}>
        {formatLag(+now - +since, reader.region)}
      </td>
      <td>
        <Badge tone={tone} icon={icon} title={t(`ledger.state.${row.state}.help`)}>
          {t(`ledger.state.${row.state}.label`)}
        </Badge>
        {row.reason && (
          <p className="mt-0.5 max-w-56 text-xs [overflow-wrap:anywhere] text-ink-2">
            {spokenKept(row.reason, reader)}
          </p>
        )}
        {row.decidedBy && (
          <p className="text-xs [overflow-wrap:anywhere] text-ink-2">{t('ledger.by', { who: row.decidedBy })}</p>
        )}
      </td>
    </tr>
  );
}

function InStore({ row: { delivery } }: { readonly row: ShownRow }) {
  const t = useTranslations('acknowledgements');
  if (!delivery) return <span className="text-ink-2">{t('ledger.no')}</span>;
  const origin = delivery.origin as Origin;
  return (
    <>
      {t(`ledger.yes.${origin}`)}{' '}
      <Link href={`/webhooks/${delivery.seq}`} className="block text-xs whitespace-nowrap text-accent hover:underline">
        {t('ledger.delivery', { seq: delivery.seq })}
      </Link>
    </>
  );
}

function EffectText({ effect, isDone }: { readonly effect: LedgerEffect; readonly isDone: boolean }) {
  const t = useTranslations('acknowledgements');
  const reader = useReader();
  if (effect.outcome === 'unrecognised') {
    return (
      <span className="text-xs [overflow-wrap:anywhere] text-ink-2">
        {t('ledger.effect.unread', { reason: spokenReading(effect.reason, reader) })}
      </span>
    );
  }
  const link = (chunks: ReactNode) => (
    <Link href={transactionHref(effect.transactionId)} className="text-accent hover:underline">
      {chunks}
    </Link>
  );
  if (isDone || effect.outcome === 'none') return t.rich('ledger.effect.none', { link });
  if (effect.outcome === 'details') return t.rich('ledger.effect.details', { link });
  if (effect.outcome === 'new') {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        {t('ledger.effect.new')} {effect.after && <StatusBadge status={effect.after} />}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {t.rich('ledger.effect.change', { link })} <StatusBadge status={effect.before} />
      <MoveRight aria-label={t('ledger.effect.becomes')} className="size-3.5 text-ink-2" />
      <StatusBadge status={effect.after} />
    </span>
  );
}

function NotTold() {
  const t = useTranslations('acknowledgements');
  return <span className="text-xs text-ink-3 italic">{t('notTold')}</span>;
}
