import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';

type Props = {
  /** What it says, "3 new"; `null` where there is nothing to show. */
  readonly news: string | null;
  readonly show: () => void;
};

/** What came since the list was drawn, waiting to be asked for: nothing moves under somebody's hand. */
export function NewRowsPill({ news, show }: Props) {
  const t = useTranslations('live');
  if (news === null) return null;
  return (
    <button
      type="button"
      onClick={show}
      title={t('news.show')}
      className={buttonClass(
        { look: 'primary', size: 'small' },
        'fixed top-16 left-1/2 z-30 -translate-x-1/2 rounded-full shadow-lg',
      )}
    >
      <ArrowUp aria-hidden /> {news}
    </button>
  );
}
