import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { REFUSAL_CAUSES, type RefusalTotals } from '@/lib/events/refusal';

/** Refusals past the bounds of the log: how many, and why nobody can look at them. */
export function OnlyCounted({ counts }: { readonly counts: RefusalTotals['onlyCounted'] }) {
  const t = useTranslations('webhooks');
  const causes = REFUSAL_CAUSES.filter((cause) => counts[cause] > 0);
  if (causes.length === 0) return null;
  const total = causes.reduce((sum, cause) => sum + counts[cause], 0);
  const each = causes.map((cause) => t(`counted.${cause}`, { count: counts[cause] })).join(', ');
  return (
    <Alert tone="caution" title={t('counted.title', { count: total })}>
      {t('counted.about', { each })}
    </Alert>
  );
}
