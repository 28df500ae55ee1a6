import { useTranslations } from 'next-intl';
import type { Translator } from '@/lib/language/catalogue';
import type { Rhythm, RhythmHour } from '@/lib/rhythm';

type Props = {
  readonly rhythm: Rhythm;
  /** What each hour is called, oldest first. */
  readonly hourLabels: readonly string[];
  readonly label: string;
};

const STEP = 20;
const BAR = 12;
const HEIGHT = 72;

/** The last 24 hours as bars, before the band that is usual for each; the running hour is the last. */
export function RhythmChart({ rhythm, hourLabels, label }: Props) {
  const t = useTranslations('acknowledgements');
  const highest = Math.max(1, ...rhythm.hours.map(({ received, band }) => Math.max(received, band?.high ?? 0)));
  const y = (count: number) => HEIGHT - (count / highest) * (HEIGHT - 4);
  return (
    <figure className="space-y-1">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${STEP * rhythm.hours.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-20 w-full overflow-visible"
      >
        {rhythm.hours.map(({ received, band }, hour) => (
          <g key={hourLabels[hour]}>
            <title>{inWords(hourLabels[hour] ?? '', { received, band }, t)}</title>
            <rect x={hour * STEP} y={0} width={STEP} height={HEIGHT} fill="transparent" />
            {band && band.high > 0 && (
              <>
                <rect
                  x={hour * STEP}
                  y={y(band.high)}
                  width={STEP}
                  height={Math.max(y(band.low) - y(band.high), 1)}
                  className="fill-line"
                />
                <rect x={hour * STEP} y={y(band.median) - 0.75} width={STEP} height={1.5} className="fill-ink-3" />
              </>
            )}
            <rect
              x={hour * STEP + (STEP - BAR) / 2}
              y={received === 0 ? HEIGHT - 1 : y(received)}
              width={BAR}
              height={received === 0 ? 1 : HEIGHT - y(received)}
              className={received === 0 ? 'fill-line-strong' : 'fill-accent/80'}
            />
          </g>
        ))}
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-2">
        <span>{t('sources.rhythm.dayAgo')}</span>
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <span className="inline-flex items-center gap-1">
            <span aria-hidden className="size-2.5 rounded-xs bg-accent/80" /> {t('sources.rhythm.received')}
          </span>
          {rhythm.weeks > 0 && (
            <span className="inline-flex items-center gap-1">
              <span aria-hidden className="h-2.5 w-3.5 border-y border-line-strong bg-line" />{' '}
              {t('sources.rhythm.usual')}
            </span>
          )}
        </span>
        <span>{t('sources.rhythm.now')}</span>
      </figcaption>
    </figure>
  );
}

function inWords(hour: string, { received, band }: RhythmHour, t: Translator<'acknowledgements'>): string {
  if (!band) return t('sources.rhythm.bar', { hour, received });
  const rounded = (count: number) => Math.round(count * 10) / 10;
  const [low, median, high] = [rounded(band.low), rounded(band.median), rounded(band.high)];
  if (band.low === band.high) return t('sources.rhythm.barUsual', { hour, received, usual: median });
  return t('sources.rhythm.usualRange', { hour, received, low, high, median });
}
