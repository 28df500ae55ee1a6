import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/** Names the parameters of an address that mean nothing; nothing at all where there are none. */
export function IgnoredNotice({ names }: { readonly names: readonly string[] }) {
  const t = useTranslations('webhooks');
  if (names.length === 0) return null;
  return (
    <Alert tone="caution" className="mb-4">
      {t('ignored', { names: names.join(', ').slice(0, 200) })}
    </Alert>
  );
}
