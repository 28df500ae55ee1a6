import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { formatLag } from '@/lib/format';

/** How long after it happened a message reached us. */
export function LagText({ occurredAt, receivedAt }: { readonly occurredAt: string | null; readonly receivedAt: Date }) {
  const t = useTranslations('webhooks');
  const region = useRegion();
  if (occurredAt === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t('notKnown')}</span>
      </span>
    );
  }
  const lag = receivedAt.getTime() - Date.parse(occurredAt);
  return (
    <span className="whitespace-nowrap tabular-nums" title={lag < 0 ? t('clocksDiffer') : undefined}>
      {formatLag(lag, region)}
    </span>
  );
}
