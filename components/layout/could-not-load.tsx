'use client';

import { RefreshCw, ServerCrash } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export type ErrorProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** What an error page says: nothing is known to be lost, how to try again, and what to quote. */
export function CouldNotLoad({ error, reset }: ErrorProps) {
  const t = useTranslations('frame');
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert">
      <EmptyState
        icon={ServerCrash}
        title={t('failed.title')}
        actions={
          <Button look="primary" onClick={retry}>
            <RefreshCw aria-hidden /> {t('failed.again')}
          </Button>
        }
      >
        {t('failed.body')}
        {error.digest && (
          <p className="mt-3 text-xs">
            {t('failed.reference')} <code className="font-mono select-all">{error.digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
