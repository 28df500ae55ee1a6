import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import type { Alert } from '@/lib/alerts/alert';
import { alertSentence } from '@/lib/alerts/sentence';
import { formatLag } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { LevelBadge } from './level-badge';
import { ToldList } from './told-list';

type Props = { readonly alerts: readonly Alert[]; readonly zone: TimeZone };

/** Alerts that are over, the latest first, as they were when their condition last held. */
export function EndedList({ alerts, zone }: Props) {
  const t = useTranslations('alerts');
  const reader = useReader();
  return (
    <ul className="divide-y divide-line">
      {alerts.map((alert) => {
        const endedAt = alert.endedAt ?? alert.lastSeenAt;
        return (
          <li
            key={alert.id}
            className="grid gap-x-6 gap-y-1.5 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]"
          >
            <div className="min-w-0 space-y-1">
              <LevelBadge level={alert.level} />
              <p className="text-body [overflow-wrap:anywhere]">{alertSentence(reader, alert, alert.lastSeenAt)}</p>
              <ToldList alert={alert} zone={zone} />
            </div>
            <p className="text-xs text-ink-2 tabular-nums">
              {alert.ruleName}
              <br />
              <Instant at={alert.raisedAt} zone={zone} /> – <Instant at={endedAt} zone={zone} />
              <br />
              {t('ended.lasted', { time: formatLag(+endedAt - +alert.raisedAt, reader.region) })}
              {alert.owner && (
                <>
                  <br />
                  {t('open.owner')}: {alert.owner}
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
