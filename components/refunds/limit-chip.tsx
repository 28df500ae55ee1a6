import { Badge } from '@/components/ui/badge';
import type { LimitState, Limits } from '@/lib/refunds/refund';
import { LIMIT_LOOKS, limitsText } from './refund-words';

/** How the time a refund takes compares with its limits; the title has the exact ones. */
export function LimitChip({ state, limits }: { readonly state: LimitState; readonly limits: Limits }) {
  const { words, icon, tone } = LIMIT_LOOKS[state];
  return (
    <Badge icon={icon} tone={tone} title={limitsText(limits)}>
      {words}
    </Badge>
  );
}
