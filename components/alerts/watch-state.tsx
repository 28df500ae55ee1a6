import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Alert } from '@/components/ui/alert';
import type { JobRun } from '@/lib/jobs/run';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  /** The latest look at all rules. */
  readonly last: JobRun | null;
  readonly now: Date;
  readonly zone: TimeZone;
  readonly isMailMissing: boolean;
  /** Names of rules that this version cannot read. */
  readonly unreadable: readonly string[];
};

/** Looks come every minute: after so long without one nobody looks. */
const ASLEEP_MS = 5 * 60_000;

/** Whether anybody watches: an alert that does not come must not be taken for peace. */
export function WatchState({ last, now, zone, isMailMissing, unreadable }: Props) {
  const t = useTranslations('alerts');
  const reader = useReader();
  const isAsleep = last === null || +now - +last.startedAt > ASLEEP_MS;
  const hasTrouble = last?.outcome === 'failed' || last?.outcome === 'partial';
  return (
    <div className="space-y-3 empty:hidden">
      {isAsleep && (
        <Alert tone="negative" title={t('state.asleep')}>
          {t('state.asleepAbout')}
        </Alert>
      )}
      {isMailMissing && (
        <Alert tone="caution" title={t('state.noMail')}>
          {t('state.noMailAbout')}
        </Alert>
      )}
      {unreadable.length > 0 && (
        <Alert tone="caution" title={t('state.unreadable')}>
          {unreadable.join(', ')}
        </Alert>
      )}
      {last && !isAsleep && (
        <p className="text-xs text-ink-2">
          {t('state.looked')} <Instant at={last.startedAt} zone={zone} />
          {hasTrouble && last.summary && <span className="text-caution"> · {spokenKept(last.summary, reader)}</span>}
        </p>
      )}
    </div>
  );
}
