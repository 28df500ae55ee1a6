import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { type Said, spoken } from '@/lib/language/said';

/** What is not certain about how a file is read, in words. */
export function DoubtList({ doubts }: { readonly doubts: readonly Said[] }) {
  const t = useTranslations('statements');
  const reader = useReader();
  if (doubts.length === 0) return null;
  const sentences = doubts.map((doubt) => spoken(doubt, reader));
  return (
    <Alert tone="caution" title={t('doubts', { count: doubts.length })}>
      <ul className="list-disc space-y-0.5 pl-4">
        {sentences.map((sentence) => (
          <li key={sentence} className="[overflow-wrap:anywhere]">
            {sentence}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
