import { ClockAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { formatInstant, formatLag } from '@/lib/format';
import {
  type Environment,
  type Kind,
  PROVIDER_FULL_NAMES,
  PROVIDER_LABELS,
  type Provider,
} from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';

/** Date over time in a narrow column; on a phone side by side. */
export function TwoLineInstant({ at, zone }: { readonly at: string; readonly zone: TimeZone }) {
  const { date, time, title } = formatInstant(at, zone, useRegion());
  return (
    <time dateTime={at} title={title} className="block text-xs whitespace-nowrap tabular-nums max-md:inline">
      <span className="block text-ink max-md:inline">{date}</span>
      <span className="sr-only">, </span>
      <span className="block text-ink-2 max-md:ml-1 max-md:inline">{time}</span>
    </time>
  );
}

type KindProps = {
  readonly provider: Provider;
  readonly kind: Kind;
  readonly environment: Environment;
  /** How it belongs to the row above, in a word or two. */
  readonly relation?: string | null;
};

/** Provider over kind in a narrow column. */
export function TwoLineKind({ provider, kind, environment, relation = null }: KindProps) {
  const words = useTranslations('words');
  return (
    <span className="block whitespace-nowrap" title={PROVIDER_FULL_NAMES[provider]}>
      <span className="block font-medium group-data-[density=compact]/table:leading-4">
        {relation && <span className="font-normal text-ink-2">{relation} </span>}
        {PROVIDER_LABELS[provider]}
        {environment === 'stage' && <span className="sr-only"> ({words('environment.stage')})</span>}
      </span>
      <span className="block text-xs text-ink-2">{words(`kind.${kind}`)}</span>
    </span>
  );
}

/** Longer between the provider's clock and our first delivery is worth a sign. */
const LATE_MS = 5 * 60_000;

type LateProps = { readonly occurredAt: string; readonly receivedAt: string | null; readonly zone: TimeZone };

/** A small clock beside a time of which we heard much later. */
export function LateReceived({ occurredAt, receivedAt, zone }: LateProps) {
  const t = useTranslations('transactions');
  const region = useRegion();
  const lag = receivedAt === null ? 0 : Date.parse(receivedAt) - Date.parse(occurredAt);
  if (receivedAt === null || !(lag > LATE_MS)) return null;
  const told = t('cell.receivedLater', {
    lag: formatLag(lag, region),
    moment: formatInstant(receivedAt, zone, region).text,
  });
  return (
    <span title={told} className="text-ink-3 max-md:hidden">
      <ClockAlert aria-hidden className="size-3.5" />
      <span className="sr-only">{told}</span>
    </span>
  );
}

/** An empty cell; `absent` lets a phone's card leave it out. */
export function NoValue() {
  const words = useTranslations('words');
  return (
    <span className="absent text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{words('none')}</span>
    </span>
  );
}
