import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import type { Alert } from '@/lib/alerts/alert';
import { MOST_TRIES, nextTryAt, noticeStateOf } from '@/lib/alerts/notice';
import { spokenKept } from '@/lib/language/said';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly alert: Alert; readonly zone: TimeZone };

/** Whom an alert was told, at which level and when; and where that failed, why, and whether it is tried again. */
export function ToldList({ alert: { notices, endedAt }, zone }: Props) {
  const t = useTranslations('alerts');
  const reader = useReader();
  if (notices.length === 0) return <p className="text-xs text-ink-2">{t('told.nobody')}</p>;
  return (
    <ul className="space-y-0.5 text-xs text-ink-2">
      {notices.map((notice) => {
        const state = noticeStateOf(notice);
        const next = nextTryAt(notice.tries, notice.triedAt);
        const values = { channel: notice.channel, level: t(`level.${notice.level}`) };
        return (
          <li key={`${notice.channel} ${notice.level}`} className="flex flex-wrap items-baseline gap-x-1.5">
            {state === 'sent' && (
              <>
                <CircleCheck aria-hidden className="size-3.5 shrink-0 self-center text-positive" />
                <span>{t('told.sent', values)}</span>
                <Instant at={notice.sentAt} zone={zone} />
              </>
            )}
            {state === 'waiting' && (
              <>
                <Clock aria-hidden className="size-3.5 shrink-0 self-center" />
                <span>{endedAt ? t('told.dropped', values) : t('told.waiting', values)}</span>
              </>
            )}
            {(state === 'retried' || state === 'given_up') && (
              <>
                <CircleX aria-hidden className="size-3.5 shrink-0 self-center text-negative" />
                <span className="text-negative">
                  {state === 'given_up'
                    ? t('told.givenUp', { ...values, tries: MOST_TRIES })
                    : t('told.failed', values)}
                </span>
                {notice.failure && (
                  <span className="[overflow-wrap:anywhere]">{spokenKept(notice.failure, reader)}</span>
                )}
                {state === 'retried' && next && !endedAt && (
                  <span>
                    {t('told.again')} <Instant at={next} zone={zone} />
                  </span>
                )}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
