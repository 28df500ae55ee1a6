import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { Overlap } from '@/lib/statements/imported';

/** New lines that are like lines the account has already: the same movements as CSV and as OFX, or two equal payments. */
export function OverlapAlert({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  const t = useTranslations('statements');
  return (
    <Alert role="alert" tone="caution" title={t('overlap.title')}>
      <ul className="list-disc space-y-0.5 pl-4">
        {overlaps.map(({ statementId, fileName, format, lines }) => (
          <li key={statementId} className="[overflow-wrap:anywhere]">
            {t.rich('overlap.like', {
              lines,
              name: fileName,
              format: t(`format.${format}`),
              file: (chunks) => (
                <Link href={`/reconciliation/statements/${statementId}`} className="text-accent hover:underline">
                  {chunks}
                </Link>
              ),
            })}
          </li>
        ))}
      </ul>
      {t('overlap.about')}
    </Alert>
  );
}
