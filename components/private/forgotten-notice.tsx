import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { isAnyForgotten, type ShownKept } from '@/lib/kept-value';

/** Why nothing is listed where a value of the filter was kept out of the address for too long. */
export function ForgottenNotice({ kept }: { readonly kept: ShownKept }) {
  const t = useTranslations('filters');
  if (!isAnyForgotten(kept)) return null;
  return (
    <Alert tone="caution" role="status" title={t('forgotten.title')} className="mb-4">
      {t('forgotten.about')}
    </Alert>
  );
}
