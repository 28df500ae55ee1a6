'use client';

import { RefreshCw, ServerCrash } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export type ErrorProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** What an error page says: nothing is known to be lost, how to try again, and what to quote. */
export function CouldNotLoad({ error, reset }: ErrorProps) {
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
        title="This page could not be loaded"
        actions={
          <Button look="primary" onClick={retry}>
            <RefreshCw aria-hidden /> Try again
          </Button>
        }
      >
        Something failed while reading it; that is not the same as there being nothing. What the providers sent stays
        stored.
        {error.digest && (
          <p className="mt-3 text-xs">
            Reference <code className="font-mono select-all">{error.digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
