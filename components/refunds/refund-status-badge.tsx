import { useTranslations } from 'next-intl';
import { REFUND_LOOKS } from '@/components/transactions/event-words';
import { Badge } from '@/components/ui/badge';
import type { RefundStatus } from '@/lib/events/status';

type Props = { readonly refund: { readonly status: RefundStatus | null; readonly providerStatus: string | null } };

/** The state of the return alone, with the provider's own word in the title. */
export function RefundStatusBadge({ refund: { status, providerStatus } }: Props) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  if (!status) return <Badge title={t('state.untoldTitle')}>{t('state.untold')}</Badge>;
  const { icon, tone } = REFUND_LOOKS[status];
  return (
    <Badge icon={icon} tone={tone} title={providerStatus ? words('providerSays', { word: providerStatus }) : undefined}>
      {t(`state.${status}`)}
    </Badge>
  );
}
