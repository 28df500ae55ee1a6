import { ArrowUpRight, ListChecks, MessageSquareQuote } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useReader, useRegion } from '@/components/language/reader';
import { Says } from '@/components/language/says';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { TONE_SOFT } from '@/components/ui/tone';
import { RawBody } from '@/components/webhooks/raw-body';
import type { EventType } from '@/lib/events/event';
import type { ShownBody } from '@/lib/events/received';
import { formatLag } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { spokenReading } from '@/lib/providers/reading-words';
import type { TimeZone } from '@/lib/time-zones';
import type { Arrival } from '@/lib/transactions/detail';
import { DuplicateList } from './arrival-list';
import { ChangeList } from './change-list';
import { Disclosure } from './disclosure';
import { headlineOf } from './event-words';
import { Instant } from './instant';
import type { ArrivedEntry } from './timeline-view';

type Props = { readonly entry: ArrivedEntry; readonly body: ShownBody; readonly zone: TimeZone };

/** One thing that happened: when by both clocks, what it changed, and the evidence behind it. */
export function TimelineItem({ entry, body, zone }: Props) {
  const t = useTranslations('payment.timeline');
  const reader = useReader();
  const { event, arrivals, changes } = entry;
  const { words, icon: Icon, tone, providerWord } = headlineOf(event, entry.isOriginalChanged);
  const [first, ...duplicates] = arrivals;
  return (
    <li id={event.id} className="group/item relative flex scroll-mt-20 gap-3 pb-6 last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line-strong group-last/item:hidden" />
      <span className={classNames('z-10 grid size-7 shrink-0 place-items-center rounded-full border', TONE_SOFT[tone])}>
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1 space-y-1.5 pt-0.5">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <h3 className="text-sm font-semibold text-ink">
            <Says said={words} />
            {providerWord && (
              <span
                className="ml-2 font-mono text-xs font-normal text-ink-2"
                title={t('word', { provider: PROVIDER_LABELS[event.provider] })}
              >
                {providerWord}
              </span>
            )}
          </h3>
          <Instant at={event.occurredAt} zone={zone} className="text-body font-semibold text-ink sm:ml-auto" />
        </div>
        <Reception entry={entry} first={first} zone={zone} />
        <ChangeList changes={changes} />
        {first?.reason && (
          <p className="text-xs text-caution">{t('notUnderstood', { reason: spokenReading(first.reason, reader) })}</p>
        )}
        {duplicates.length > 0 && <DuplicateList duplicates={duplicates} zone={zone} />}
        {first && (
          <Disclosure summary={t('raw')}>
            <RawBody body={body} seq={first.deliverySeq} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}

type ReceptionProps = {
  readonly entry: ArrivedEntry;
  readonly first: Arrival | undefined;
  readonly zone: TimeZone;
};

/** The second clock, small: when it reached us, how late, by which way and how proven. */
function Reception({ entry, first, zone }: ReceptionProps) {
  const t = useTranslations('payment.timeline');
  const told = useTranslations('deliveries');
  if (!first) return <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2" />;
  const { event, lateness } = entry;
  const provider = PROVIDER_LABELS[event.provider];
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
      <ReceivedAt occurredAt={event.occurredAt} receivedAt={first.receivedAt} zone={zone} />
      {lateness && (
        <Badge tone="caution" title={t('latenessHelp')}>
          {t('lateness', lateness)}
        </Badge>
      )}
      {event.isEcho && (
        <Badge icon={MessageSquareQuote} title={t('echo')}>
          {t(`teller.${tellerOf(event.type)}`)}
        </Badge>
      )}
      {event.isListed ? (
        <Badge icon={ListChecks} title={t('listedHelp')}>
          {t('listed', { provider })}
        </Badge>
      ) : (
        <Badge title={told(`origin.${first.origin}.explanation`)}>{told(`origin.${first.origin}.label`)}</Badge>
      )}
      <Badge title={told(`proof.${first.proof}.explanation`)}>{told(`proof.${first.proof}.label`)}</Badge>
      <Link
        href={`/webhooks/${first.deliverySeq}`}
        className="inline-flex items-center gap-0.5 rounded-sm font-medium text-accent hover:underline"
      >
        {t('open', { seq: first.deliverySeq })}
        <ArrowUpRight aria-hidden className="size-3" />
      </Link>
    </div>
  );
}

/** Whose payload spoke of this transaction, by what it said. */
function tellerOf(type: EventType): 'Reversed' | 'RefundReported' | 'other' {
  return type === 'Reversed' || type === 'RefundReported' ? type : 'other';
}

type ReceivedProps = { readonly occurredAt: string; readonly receivedAt: Date; readonly zone: TimeZone };

function ReceivedAt({ occurredAt, receivedAt, zone }: ReceivedProps) {
  const t = useTranslations('payment.timeline');
  const region = useRegion();
  const lag = receivedAt.getTime() - Date.parse(occurredAt);
  const values = { lag: formatLag(Math.abs(lag), region), at: () => <Instant at={receivedAt} zone={zone} /> };
  return <span>{lag < 0 ? t.rich('receivedBefore', values) : t.rich('received', values)}</span>;
}
