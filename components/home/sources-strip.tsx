import { CircleCheck, Clock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Sparkline } from '@/components/ui/sparkline';
import { formatCount, formatLag, formatMoney } from '@/lib/format';
import { HOURS, type SourceLine } from '@/lib/home';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly sources: readonly SourceLine[]; readonly now: Date; readonly zone: TimeZone };

/** One line per source: is it talking, how much, and is anything left unread. */
export function SourcesStrip({ sources, now, zone }: Props) {
  const t = useTranslations('home');
  const region = useRegion();
  return (
    <ul className="divide-y divide-line">
      {sources.map((source) => (
        <li
          key={source.provider}
          className="grid grid-cols-2 items-start gap-x-6 gap-y-3 px-4 py-3 md:grid-cols-3 xl:grid-cols-[minmax(8rem,1.1fr)_minmax(9rem,1.2fr)_minmax(11rem,1.4fr)_minmax(5rem,0.7fr)_minmax(6rem,0.7fr)_minmax(9rem,1fr)]"
        >
          <p className="font-medium max-xl:col-span-full xl:self-center">{PROVIDER_FULL_NAMES[source.provider]}</p>
          <Figure label={t('sources.last')}>
            {source.lastReceivedAt ? (
              <>
                {t('sources.ago', { time: formatLag(+now - +source.lastReceivedAt, region) })}
                <Instant at={source.lastReceivedAt} zone={zone} className="block text-xs text-ink-2" />
              </>
            ) : (
              <span className="text-ink-2">{t('sources.never')}</span>
            )}
          </Figure>
          <Figure label={t('sources.received')}>
            <span className="flex items-end gap-3">
              <span className="min-w-7">{formatCount(source.total, region)}</span>
              <Sparkline values={source.received} label={inWords(source, t)} className="max-w-full" />
            </span>
          </Figure>
          <Figure label={t('sources.duplicates')}>{share(source.duplicates, source.total, region)}</Figure>
          <Figure label={t('sources.unrecognised')}>
            {source.unrecognised > 0 ? (
              <Link
                href={`/webhooks?provider=${source.provider}&result=unrecognised`}
                className="text-caution underline underline-offset-3"
              >
                {formatCount(source.unrecognised, region)}
              </Link>
            ) : (
              '0'
            )}
          </Figure>
          <Figure label={t('sources.waiting')}>
            <Waiting source={source} now={now} />
          </Figure>
        </li>
      ))}
    </ul>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="min-w-0 text-body">
      <p className="text-xs text-ink-2">{label}</p>
      <div className="mt-0.5 tabular-nums">{children}</div>
    </div>
  );
}

function Waiting({ source, now }: { readonly source: SourceLine; readonly now: Date }) {
  const t = useTranslations('home');
  const region = useRegion();
  if (!source.oldestWaitingAt) {
    return (
      <span className="inline-flex items-center gap-1.5">
        <CircleCheck aria-hidden className="size-3.5 text-positive" /> {t('sources.noneWaiting')}
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      <Clock aria-hidden className="size-3.5 text-caution" />
      {t('sources.oldest', { count: source.waiting, age: formatLag(+now - +source.oldestWaitingAt, region) })}
    </span>
  );
}

function share(part: number, whole: number, region: Region): string {
  if (whole === 0) return '–';
  if (part === 0) return '0 %';
  const percent = (part / whole) * 100;
  const text = percent < 10 ? formatMoney(percent.toFixed(1), null, region).digits : Math.round(percent);
  return `${text} % (${formatCount(part, region)})`;
}

function inWords({ received, total }: SourceLine, t: Translator<'home'>): string {
  return t('sources.byHour', { count: total, hours: HOURS, most: Math.max(...received) });
}
