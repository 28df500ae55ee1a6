import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { NearHits } from '@/lib/search-groups';
import type { TimeZone } from '@/lib/time-zones';
import { HitList, LineHitList } from './hit-list';

type Props = { readonly near: NearHits; readonly typed: string; readonly zone: TimeZone };

/** What is only like the text: below the exact hits, and never taken for one. */
export function NearResults({ near: { hits, lines, isCut }, typed, zone }: Props) {
  const t = useTranslations('search.near');
  return (
    <>
      {hits.length > 0 && (
        <section aria-label={t('region')}>
          <h2 className="text-sm font-semibold text-ink">{t('title', { count: hits.length })}</h2>
          <p className="text-xs text-ink-2">{t('help')}</p>
          <div className="mt-2">
            <HitList hits={hits} typed={typed} zone={zone} />
          </div>
        </section>
      )}
      {lines.length > 0 && (
        <section aria-label={t('linesRegion')}>
          <h2 className="text-sm font-semibold text-ink">{t('linesTitle', { count: lines.length })}</h2>
          <div className="mt-2">
            <LineHitList hits={lines} typed={typed} />
          </div>
        </section>
      )}
      {isCut && <LookedTooLong />}
    </>
  );
}

/** The database was stopped; the exact hits are not affected. */
function LookedTooLong() {
  const t = useTranslations('search.near');
  return (
    <Alert tone="caution" title={t('cut')}>
      <p className="flex items-center gap-1.5">
        <Hourglass aria-hidden className="size-3.5 shrink-0" />
        {t('cutHelp')}
      </p>
    </Alert>
  );
}
