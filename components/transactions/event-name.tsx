import { useTranslations } from 'next-intl';
import type { EventType } from '@/lib/events/event';

/** What happened, in plain words. */
export function EventName({ type }: { readonly type: EventType }) {
  const t = useTranslations('payment');
  return t(`event.${type}`);
}
