import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import type { ListedDelivery } from '@/lib/events/received';
import { formatCount } from '@/lib/format';

type Props = Pick<ListedDelivery, 'answerStatus' | 'answerMs' | 'origin'>;

/** What a provider was answered, and how long it waited; what did not come by webhook waited for no answer. */
export function AnswerText({ answerStatus, answerMs, origin }: Props) {
  const t = useTranslations('webhooks');
  const region = useRegion();
  return (
    <span className="whitespace-nowrap tabular-nums">
      {answerStatus}
      {origin === 'webhook' && (
        <span className="text-ink-2" title={t('answerTime')}>
          {' · '}
          {answerMs < 1 ? '<1' : formatCount(Math.round(answerMs), region)} ms
        </span>
      )}
    </span>
  );
}
