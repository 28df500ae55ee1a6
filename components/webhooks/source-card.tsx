import { FlaskConical, Landmark } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { formatCount, formatInstant, formatLag } from '@/lib/format';
import { HOURS } from '@/lib/home';
import { PROVIDER_FULL_NAMES, PROVIDER_UNITS } from '@/lib/providers/catalogue';
import { type SourceReport, UNKNOWN_DAYS } from '@/lib/reported-source';
import type { TimeZone } from '@/lib/time-zones';
import { ProofList } from './proof-list';
import { RhythmChart } from './rhythm-chart';
import { SourceWarnings } from './source-warnings';

type Props = { readonly source: SourceReport; readonly now: Date; readonly zone: TimeZone };
type CardProps = Props & {
  /** What is registered at the provider, where its API tells and takes that. */
  readonly registration?: ReactNode;
};

/** One source: where it posts, how it is believed, and how it is doing. */
export function SourceCard({ source, now, zone, registration }: CardProps) {
  const { provider, environment } = source;
  return (
    <SectionCard
      id={provider}
      title={PROVIDER_FULL_NAMES[provider]}
      actions={
        <Badge icon={environment === 'production' ? Landmark : FlaskConical}>{ENVIRONMENT_LABELS[environment]}</Badge>
      }
      bodyClassName="space-y-5"
    >
      <SourceWarnings source={source} now={now} />
      <Part title="Address to give the provider">
        <Address source={source} />
      </Part>
      {registration && <Part title="Registered with the provider">{registration}</Part>}
      <Part title="Received in the last 24 h">
        <RhythmChart rhythm={source.rhythm} hourLabels={hourLabels(now, zone)} label={rhythmInWords(source)} />
        <p className="mt-1 text-xs text-ink-2">{pastInWords(source.rhythm.weeks)}</p>
      </Part>
      <Figures source={source} now={now} zone={zone} />
      <Part title="How deliveries are proven">
        <ProofList proofs={source.proofs} />
      </Part>
      <Part title={`Unknown kinds, last ${UNKNOWN_DAYS} days`}>
        <UnknownKinds source={source} now={now} />
      </Part>
      <Part title="Units">
        <p className="text-body">{PROVIDER_UNITS[provider]}</p>
      </Part>
    </SectionCard>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-xs font-medium text-ink-2">{title}</h3>
      {children}
    </div>
  );
}

function Address({ source: { address, addressSecret } }: { readonly source: SourceReport }) {
  const shown = addressSecret ? `${address}/<${addressSecret}>` : address;
  return (
    <>
      <p className="flex items-center gap-1 rounded-lg border border-line bg-sunken py-1 pr-1 pl-2.5">
        <code className="min-w-0 flex-1 font-mono text-xs break-all">{shown}</code>
        <CopyButton value={shown} label="the address" />
      </p>
      {addressSecret && (
        <p className="mt-1 text-xs text-ink-2">
          Put the secret of {addressSecret} where it is named; it is not shown here.
        </p>
      )}
      {isLoopback(address) && (
        <p className="mt-1 text-xs text-ink-2">
          Only this machine reaches it: set APP_URL to where the provider can reach the desk.
        </p>
      )}
    </>
  );
}

function isLoopback(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
}

function Figures({ source, now, zone }: Props) {
  const { provider, total, duplicates, unrecognised, refused, lastReceivedAt, waiting, oldestWaitingAt } = source;
  const accepted = total - duplicates - unrecognised;
  const came = total + refused;
  const here = `provider=${provider}`;
  return (
    <>
      <dl className={FIGURES}>
        <Figure label="Last delivery">
          {lastReceivedAt ? (
            <>
              {formatLag(+now - +lastReceivedAt)} ago
              <Instant at={lastReceivedAt} zone={zone} className="block text-xs text-ink-2" />
            </>
          ) : (
            <span className="text-ink-2">never</span>
          )}
        </Figure>
        <Figure label="Oldest not folded">
          {oldestWaitingAt ? `${formatLag(+now - +oldestWaitingAt)}, ${formatCount(waiting)} waiting` : 'none'}
        </Figure>
      </dl>
      <Part title="What became of the last 24 h">
        <dl className={FIGURES}>
          <Figure label="Accepted">{share(accepted, came)}</Figure>
          <Figure label="Duplicates">
            <Maybe count={duplicates} href={`/webhooks?${here}&result=duplicate`} text={share(duplicates, came)} />
          </Figure>
          <Figure label="Unrecognised">
            <Maybe
              count={unrecognised}
              href={`/webhooks?${here}&result=unrecognised`}
              text={share(unrecognised, came)}
            />
          </Figure>
          <Figure label="Refused">
            <Maybe count={refused} href={`/webhooks/refused?${here}`} text={share(refused, came)} />
          </Figure>
        </dl>
      </Part>
    </>
  );
}

const FIGURES = 'grid grid-cols-2 gap-x-4 gap-y-2.5';

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 text-body tabular-nums">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function Maybe({ count, href, text }: { readonly count: number; readonly href: string; readonly text: string }) {
  if (count === 0) return text;
  return (
    <Link href={href} className="underline decoration-line-strong underline-offset-3 hover:decoration-accent">
      {text}
    </Link>
  );
}

function UnknownKinds({ source: { provider, unknownKinds }, now }: Omit<Props, 'zone'>) {
  if (unknownKinds.length === 0) return <p className="text-body text-ink-2">None: every message was understood.</p>;
  return (
    <ul className="space-y-1 text-body">
      {unknownKinds.slice(0, 8).map(({ name, count, lastAt }) => (
        <li key={name} className="flex flex-wrap justify-between gap-x-3">
          <Link
            href={`/webhooks?provider=${provider}&result=unrecognised`}
            className="min-w-0 text-caution underline underline-offset-3"
          >
            {name ? <span className="font-mono text-xs break-all">{name}</span> : 'no name in it'}
          </Link>
          <span className="text-xs text-ink-2 tabular-nums">
            {formatCount(count)}, last {formatLag(+now - +lastAt)} ago
          </span>
        </li>
      ))}
      {unknownKinds.length > 8 && <li className="text-xs text-ink-2">and {unknownKinds.length - 8} more</li>}
    </ul>
  );
}

function share(part: number, whole: number): string {
  if (part === 0) return '0';
  const percent = (part / whole) * 100;
  return `${formatCount(part)} (${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %)`;
}

function hourLabels(now: Date, zone: TimeZone): string[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const begin = formatInstant(new Date(+now - (HOURS - hour) * 3_600_000), zone);
    const end = formatInstant(new Date(+now - (HOURS - hour - 1) * 3_600_000), zone);
    return `${begin.date}, ${begin.time.slice(0, 5)} to ${end.time.slice(0, 5)}`;
  });
}

function rhythmInWords({ rhythm, total }: SourceReport): string {
  const usual = rhythm.hours.reduce((sum, { band }) => sum + (band?.mean ?? 0), 0);
  const past = rhythm.weeks > 0 ? `; ${formatCount(Math.round(usual))} are usual for this day of the week` : '';
  return `${formatCount(total)} received in the last ${HOURS} hours, by hour${past}`;
}

function pastInWords(weeks: number): string {
  if (weeks === 0) return 'Too new to say what is usual: that takes a delivery of at least a week ago.';
  return `The band is the middle half, the line the median, of the same hours ${weeks === 1 ? 'a week ago' : `in the ${weeks} weeks before`}.`;
}
