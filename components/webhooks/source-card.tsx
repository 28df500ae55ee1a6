import { FlaskConical, Landmark } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { formatInstant, formatLag, moneyText } from '@/lib/format';
import { HOURS } from '@/lib/home';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { type SourceReport, UNKNOWN_DAYS } from '@/lib/reported-source';
import type { TimeZone } from '@/lib/time-zones';
import { ProofList } from './proof-list';
import { RhythmChart } from './rhythm-chart';
import { SourceWarnings } from './source-warnings';

/** What a whole number of 1000 means at BRLA, for the text about units. */
const A_THOUSAND_CENTS = { amount: '10.00', currency: 'BRL' };

type Props = { readonly source: SourceReport; readonly now: Date; readonly zone: TimeZone };
type CardProps = Props & {
  /** What is registered at the provider, where its API tells and takes that. */
  readonly registration?: ReactNode;
};

/** One source: where it posts, how it is believed, and how it is doing. */
export function SourceCard({ source, now, zone, registration }: CardProps) {
  const t = useTranslations('acknowledgements');
  const words = useTranslations('words');
  const region = useRegion();
  const { provider, environment } = source;
  return (
    <SectionCard
      id={provider}
      title={PROVIDER_FULL_NAMES[provider]}
      actions={
        <Badge icon={environment === 'production' ? Landmark : FlaskConical}>
          {words(`environment.${environment}`)}
        </Badge>
      }
      bodyClassName="space-y-5"
    >
      <SourceWarnings source={source} now={now} />
      <Part title={t('sources.address')}>
        <Address source={source} />
      </Part>
      {registration && <Part title={t('sources.registered')}>{registration}</Part>}
      <Part title={t('sources.received')}>
        <RhythmChart
          rhythm={source.rhythm}
          hourLabels={hourLabels(now, zone, region, t)}
          label={rhythmInWords(source, t)}
        />
        <p className="mt-1 text-xs text-ink-2">{pastInWords(source.rhythm.weeks, t)}</p>
      </Part>
      <Figures source={source} now={now} zone={zone} />
      <Part title={t('sources.proven')}>
        <ProofList proofs={source.proofs} />
      </Part>
      <Part title={t('sources.unknownKinds', { days: String(UNKNOWN_DAYS) })}>
        <UnknownKinds source={source} now={now} />
      </Part>
      <Part title={t('sources.unitsTitle')}>
        <p className="text-body">{t(`sources.units.${provider}`, { example: moneyText(A_THOUSAND_CENTS, region) })}</p>
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
  const t = useTranslations('acknowledgements');
  const shown = addressSecret ? `${address}/<${addressSecret}>` : address;
  return (
    <>
      <p className="flex items-center gap-1 rounded-lg border border-line bg-sunken py-1 pr-1 pl-2.5">
        <code className="min-w-0 flex-1 font-mono text-xs break-all">{shown}</code>
        <CopyButton value={shown} label={t('sources.theAddress')} />
      </p>
      {addressSecret && (
        <p className="mt-1 text-xs text-ink-2">{t('sources.addressSecret', { name: addressSecret })}</p>
      )}
      {isLoopback(address) && <p className="mt-1 text-xs text-ink-2">{t('sources.loopback')}</p>}
    </>
  );
}

function isLoopback(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
}

function Figures({ source, now, zone }: Props) {
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  const { provider, total, duplicates, unrecognised, refused, lastReceivedAt, waiting, oldestWaitingAt } = source;
  const accepted = total - duplicates - unrecognised;
  const came = total + refused;
  const here = `provider=${provider}`;
  const share = (part: number) => shareText(part, came, region, t);
  return (
    <>
      <dl className={FIGURES}>
        <Figure label={t('sources.lastDelivery')}>
          {lastReceivedAt ? (
            <>
              {t('ago', { lag: formatLag(+now - +lastReceivedAt, region) })}
              <Instant at={lastReceivedAt} zone={zone} className="block text-xs text-ink-2" />
            </>
          ) : (
            <span className="text-ink-2">{t('never')}</span>
          )}
        </Figure>
        <Figure label={t('sources.oldest')}>
          {oldestWaitingAt
            ? t('sources.oldestWaits', { lag: formatLag(+now - +oldestWaitingAt, region), count: waiting })
            : t('sources.oldestNone')}
        </Figure>
      </dl>
      <Part title={t('sources.became')}>
        <dl className={FIGURES}>
          <Figure label={t('sources.result.accepted')}>{share(accepted)}</Figure>
          <Figure label={t('sources.result.duplicates')}>
            <Maybe count={duplicates} href={`/webhooks?${here}&result=duplicate`} text={share(duplicates)} />
          </Figure>
          <Figure label={t('sources.result.unrecognised')}>
            <Maybe count={unrecognised} href={`/webhooks?${here}&result=unrecognised`} text={share(unrecognised)} />
          </Figure>
          <Figure label={t('sources.result.refused')}>
            <Maybe count={refused} href={`/webhooks/refused?${here}`} text={share(refused)} />
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
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  if (unknownKinds.length === 0) return <p className="text-body text-ink-2">{t('sources.noUnknown')}</p>;
  return (
    <ul className="space-y-1 text-body">
      {unknownKinds.slice(0, 8).map(({ name, count, lastAt }) => (
        <li key={name} className="flex flex-wrap justify-between gap-x-3">
          <Link
            href={`/webhooks?provider=${provider}&result=unrecognised`}
            className="min-w-0 text-caution underline underline-offset-3"
          >
            {name ? <span className="font-mono text-xs break-all">{name}</span> : t('sources.noName')}
          </Link>
          <span className="text-xs text-ink-2 tabular-nums">
            {t('sources.unknownSeen', { count, lag: formatLag(+now - +lastAt, region) })}
          </span>
        </li>
      ))}
      {unknownKinds.length > 8 && (
        <li className="text-xs text-ink-2">{t('sources.more', { count: unknownKinds.length - 8 })}</li>
      )}
    </ul>
  );
}

function shareText(part: number, whole: number, region: Region, t: Translator<'acknowledgements'>): string {
  if (part === 0) return '0';
  const percent = (part / whole) * 100;
  const digits = percent < 10 ? 1 : 0;
  const text = percent.toLocaleString(region, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t('sources.share', { count: part, percent: text });
}

function hourLabels(now: Date, zone: TimeZone, region: Region, t: Translator<'acknowledgements'>): string[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const begin = formatInstant(new Date(+now - (HOURS - hour) * 3_600_000), zone, region);
    const end = formatInstant(new Date(+now - (HOURS - hour - 1) * 3_600_000), zone, region);
    return t('sources.hour', { date: begin.date, from: begin.time.slice(0, 5), to: end.time.slice(0, 5) });
  });
}

function rhythmInWords({ rhythm, total }: SourceReport, t: Translator<'acknowledgements'>): string {
  const told = { count: total, hours: String(HOURS) };
  if (rhythm.weeks === 0) return t('sources.rhythm.label', told);
  const usual = rhythm.hours.reduce((sum, { band }) => sum + (band?.mean ?? 0), 0);
  return t('sources.rhythm.labelUsual', { ...told, usual: Math.round(usual) });
}

function pastInWords(weeks: number, t: Translator<'acknowledgements'>): string {
  if (weeks === 0) return t('sources.rhythm.tooNew');
  return weeks === 1 ? t('sources.rhythm.weekAgo') : t('sources.rhythm.weeksBefore', { weeks: String(weeks) });
}
