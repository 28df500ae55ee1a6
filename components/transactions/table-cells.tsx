import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { formatInstant } from '@/lib/format';
import {
  type Environment,
  KIND_LABELS,
  type Kind,
  PROVIDER_FULL_NAMES,
  PROVIDER_LABELS,
  type Provider,
} from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';

/** Date over time in a narrow column; on a phone side by side. */
export function TwoLineInstant({ at, zone }: { readonly at: string; readonly zone: TimeZone }) {
  const { date, time, title } = formatInstant(at, zone);
  return (
    <time dateTime={at} title={title} className="block text-xs whitespace-nowrap tabular-nums max-md:inline">
      <span className="block text-ink max-md:inline">{date}</span>
      <span className="sr-only">, </span>
      <span className="block text-ink-2 max-md:ml-1 max-md:inline">{time}</span>
    </time>
  );
}

type KindProps = { readonly provider: Provider; readonly kind: Kind; readonly environment: Environment };

/** Provider over kind in a narrow column. */
export function TwoLineKind({ provider, kind, environment }: KindProps) {
  return (
    <span className="block whitespace-nowrap" title={PROVIDER_FULL_NAMES[provider]}>
      <span className="block font-medium">
        {PROVIDER_LABELS[provider]}
        {environment === 'stage' && <span className="sr-only"> ({ENVIRONMENT_LABELS.stage})</span>}
      </span>
      <span className="block text-xs text-ink-2">{KIND_LABELS[kind]}</span>
    </span>
  );
}

/** An empty cell; `absent` lets a phone's card leave it out. */
export function NoValue() {
  return (
    <span className="absent text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
