import { REFUND_LOOKS } from '@/components/transactions/event-words';
import { Badge } from '@/components/ui/badge';
import type { RefundStatus } from '@/lib/events/status';

type Props = { readonly refund: { readonly status: RefundStatus | null; readonly providerStatus: string | null } };

/** The state of the return alone, with the provider's own word in the title. */
export function RefundStatusBadge({ refund: { status, providerStatus } }: Props) {
  if (!status) return <Badge title="The provider told steps, and no state of the whole">State not told</Badge>;
  const { words, icon, tone } = REFUND_LOOKS[status];
  return (
    <Badge icon={icon} tone={tone} title={providerStatus ? `Provider says: ${providerStatus}` : undefined}>
      {words}
    </Badge>
  );
}
