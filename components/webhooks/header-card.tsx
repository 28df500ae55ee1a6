import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';

/** The headers as they came; secrets were removed before anything was stored. */
export function HeaderCard({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
  const t = useTranslations('webhooks');
  const rows = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <SectionCard title={t('delivery.headers')} description={t('delivery.headersAbout')}>
      {rows.length === 0 ? (
        <p className="text-body text-ink-2">{t('delivery.noHeaders')}</p>
      ) : (
        <dl className="grid gap-x-4 gap-y-1 font-mono text-xs sm:grid-cols-[12rem_minmax(0,1fr)]">
          {rows.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="break-all text-ink-2">{name}</dt>
              <dd className="mb-1 min-w-0 break-all text-ink sm:mb-0">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </SectionCard>
  );
}
