import { ArrowUpRight, ListChecks, MessageSquareQuote } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { TONE_SOFT } from '@/components/ui/tone';
import { ORIGIN_WORDS, PROOF_WORDS } from '@/components/webhooks/delivery-words';
import { RawBody } from '@/components/webhooks/raw-body';
import { formatLag } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { Arrival } from '@/lib/transactions/detail';
import { DuplicateList } from './arrival-list';
import { ChangeList } from './change-list';
import { Disclosure } from './disclosure';
import { headlineOf } from './event-words';
import { Instant } from './instant';
import { type ArrivedEntry, ordinal } from './timeline-view';

type Props = { readonly entry: ArrivedEntry; readonly body: Uint8Array | null; readonly zone: TimeZone };

/** One thing that happened: when by both clocks, what it changed, and the evidence behind it. */
export function TimelineItem({ entry, body, zone }: Props) {
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
            {words}
            {providerWord && (
              <span
                className="ml-2 font-mono text-xs font-normal text-ink-2"
                title={`The word of ${PROVIDER_LABELS[event.provider]}`}
              >
                {providerWord}
              </span>
            )}
          </h3>
          <Instant at={event.occurredAt} zone={zone} className="text-body font-semibold text-ink sm:ml-auto" />
        </div>
        <Reception entry={entry} first={first} zone={zone} />
        <ChangeList changes={changes} />
        {first?.reason && <p className="text-xs text-caution">Not understood: {first.reason}</p>}
        {duplicates.length > 0 && <DuplicateList duplicates={duplicates} zone={zone} />}
        {first && (
          <Disclosure summary="Raw body">
            <RawBody body={body} seq={first.deliverySeq} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}

/** The second clock, small: when it reached us, how late, by which way and how proven. */
function Reception({
  entry,
  first,
  zone,
}: {
  readonly entry: ArrivedEntry;
  readonly first: Arrival | undefined;
  readonly zone: TimeZone;
}) {
  const { event, lateness } = entry;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
      {first && (
        <>
          <span>
            received <Instant at={first.receivedAt} zone={zone} /> ({lagText(event.occurredAt, first.receivedAt)})
          </span>
          {lateness && (
            <Badge tone="caution" title="Events are shown in the order they happened, not in the order they reached us">
              arrived {ordinal(lateness.arrived)}, happened {ordinal(lateness.happened)}
            </Badge>
          )}
          {event.isEcho && (
            <Badge icon={MessageSquareQuote} title="Said by the payload of another transaction about this one">
              told by {TELLERS[event.type] ?? 'another transaction'}
            </Badge>
          )}
          {event.isListed ? (
            <Badge
              icon={ListChecks}
              title="A row of the provider’s own list: it only adds what no message told, so it comes last"
            >
              From {PROVIDER_LABELS[event.provider]}’s list
            </Badge>
          ) : (
            <Badge title={ORIGIN_WORDS[first.origin].explanation}>{ORIGIN_WORDS[first.origin].label}</Badge>
          )}
          <Badge title={PROOF_WORDS[first.proof].explanation}>{PROOF_WORDS[first.proof].label}</Badge>
          <Link
            href={`/webhooks/${first.deliverySeq}`}
            className="inline-flex items-center gap-0.5 rounded-sm font-medium text-accent hover:underline"
          >
            Open delivery {first.deliverySeq}
            <ArrowUpRight aria-hidden className="size-3" />
          </Link>
        </>
      )}
    </div>
  );
}

/** Whose payload spoke of this transaction, by what it said. */
const TELLERS: Readonly<Partial<Record<string, string>>> = {
  Reversed: 'the transfer',
  RefundReported: 'the refunding withdrawal',
};

function lagText(occurredAt: string, receivedAt: Date): string {
  const lag = receivedAt.getTime() - Date.parse(occurredAt);
  return lag < 0 ? `${formatLag(-lag)} before it happened: the clocks differ` : `${formatLag(lag)} later`;
}
