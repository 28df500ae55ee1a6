import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

/** A chart that is still being counted. */
export function ChartSkeleton({ title }: { readonly title: string }) {
  const t = useTranslations('home');
  return (
    <SectionCard title={title}>
      <div role="status" className="space-y-3">
        <span className="sr-only">{t('chart.counting')}</span>
        {['w-1/3', 'w-full', 'w-3/4', 'w-1/2'].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
    </SectionCard>
  );
}

/** Nothing happened in the period: not the same as nothing known. */
export function ChartEmpty({ children }: { readonly children: string }) {
  return <p className="py-6 text-center text-body text-ink-2">{children}</p>;
}

/** The database was not done in time. */
export function ChartTookTooLong({ title, href }: { readonly title: string; readonly href: string }) {
  const t = useTranslations('home');
  return (
    <SectionCard title={title}>
      <div className="py-4 text-center text-body text-ink-2">
        <p>{t('chart.tooLong')}</p>
        <ButtonLink href={href} size="small" className="mt-3">
          {t('chart.openList')}
        </ButtonLink>
      </div>
    </SectionCard>
  );
}

/** Reading it failed. */
export function ChartFailed({
  title,
  digest,
  retry,
}: {
  readonly title: string;
  readonly digest: string | undefined;
  readonly retry: () => void;
}) {
  const t = useTranslations('home');
  return (
    <SectionCard title={title}>
      <div role="alert" className="py-4 text-center text-body text-ink-2">
        <p>{t('chart.failed')}</p>
        {digest && (
          <p className="mt-1 text-xs">
            {t.rich('chart.reference', {
              digest,
              code: (chunks) => <code className="font-mono select-all">{chunks}</code>,
            })}
          </p>
        )}
        <Button size="small" className="mt-3" onClick={retry}>
          <RefreshCw aria-hidden /> {t('chart.tryAgain')}
        </Button>
      </div>
    </SectionCard>
  );
}
