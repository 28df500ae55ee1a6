import type { ListedDelivery } from '@/lib/events/received';
import { formatCount } from '@/lib/format';

type Props = Pick<ListedDelivery, 'answerStatus' | 'answerMs' | 'origin'>;

/** What a provider was answered, and how long it waited; what did not come by webhook waited for no answer. */
export function AnswerText({ answerStatus, answerMs, origin }: Props) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      {answerStatus}
      {origin === 'webhook' && (
        <span className="text-ink-2" title="From the first byte until the bytes were stored">
          {' · '}
          {answerMs < 1 ? '<1' : formatCount(Math.round(answerMs))} ms
        </span>
      )}
    </span>
  );
}
