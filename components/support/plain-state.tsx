import { useTranslations } from 'next-intl';
import { STATUS_LOOKS } from '@/components/transactions/status-badge';
import { Badge } from '@/components/ui/badge';
import type { Status } from '@/lib/events/status';

/** A state in a word or two that mean something to a customer. */
export function PlainState({ status }: { readonly status: Status }) {
  const t = useTranslations('support');
  const { icon, tone } = STATUS_LOOKS[status];
  return (
    <Badge icon={icon} tone={tone}>
      {t(`status.${status}`)}
    </Badge>
  );
}
