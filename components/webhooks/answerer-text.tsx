import { useTranslations } from 'next-intl';
import type { Answerer } from '@/lib/events/acknowledgement';

/** Who gave an answer that a provider took for "delivered", as far as there is evidence. */
export function AnswererText({ answeredBy }: { readonly answeredBy: Answerer }) {
  const t = useTranslations('webhooks');
  return (
    <span
      title={t(`answerer.${answeredBy}.explanation`)}
      className={`whitespace-nowrap ${answeredBy === 'unknown' ? 'text-ink-2 italic' : ''}`}
    >
      {t(`answerer.${answeredBy}.label`)}
    </span>
  );
}
