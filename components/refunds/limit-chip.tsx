import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import type { LimitState, Limits } from '@/lib/refunds/refund';
import { LIMIT_LOOKS, limitsText } from './refund-words';

/** How the time a refund takes compares with its limits; the title has the exact ones. */
export function LimitChip({ state, limits }: { readonly state: LimitState; readonly limits: Limits }) {
  const t = useTranslations('refunds');
  const region = useRegion();
  const { icon, tone } = LIMIT_LOOKS[state];
  return (
    <Badge icon={icon} tone={tone} title={limitsText(limits, t, region)}>
      {t(`limit.${state}`)}
    </Badge>
  );
}
