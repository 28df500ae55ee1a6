import type { Watch } from '@/lib/alerts/rule';
import { formatLag, moneyText } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';

const MINUTE_MS = 60_000;

/** What a rule watches for, in words. */
export function thresholdText(t: Translator<'alerts'>, { kind, threshold }: Watch, region: Region): string {
  const minutes = (count: number) => formatLag(count * MINUTE_MS, region);
  switch (kind) {
    case 'refunds':
      return threshold.from === 'late' ? t('threshold.refundsLate') : t('threshold.refundsStuck');
    case 'unacknowledged':
      return t('threshold.unacknowledged', {
        warning: minutes(threshold.warning),
        urgent: minutes(threshold.urgent),
      });
    case 'silence':
      return t('threshold.silence', {
        warning: threshold.warning,
        urgent: threshold.urgent,
        least: minutes(threshold.leastMinutes),
        thin: minutes(threshold.thinMinutes),
      });
    case 'exceptions':
      return t('threshold.exceptions', {
        amounts:
          Object.entries(threshold.amounts)
            .map(([currency, amount]) => moneyText({ amount, currency }, region))
            .join(' · ') || '–',
        warning: minutes(threshold.warning * 60),
        urgent: minutes(threshold.urgent * 60),
      });
    case 'backlog':
      return t('threshold.backlog', {
        count: threshold.count,
        warning: minutes(threshold.warning),
        urgent: minutes(threshold.urgent),
      });
  }
}
