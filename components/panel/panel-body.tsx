import { FileQuestionMark, RefreshCw, ServerCrash } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { PanelShown } from './panel-content';

type Props = { readonly shown: PanelShown; readonly retry: () => void; readonly noun: string };

/** The content of the panel, or why it is not there. */
export function PanelBody({ shown, retry, noun }: Props) {
  if (shown.outcome === 'found') return shown.content;
  if (shown.outcome === 'loading') return <Loading />;
  if (shown.outcome === 'missing')
    return (
      <EmptyState icon={FileQuestionMark} title={`The store has no ${noun} with this id`}>
        The link may name one of another desk, or one that never reached this one.
      </EmptyState>
    );
  return (
    <div role="alert">
      <EmptyState
        icon={ServerCrash}
        title={`This ${noun} could not be loaded`}
        actions={
          <Button look="primary" onClick={retry}>
            <RefreshCw aria-hidden /> Try again
          </Button>
        }
      >
        Something failed while reading it; the list is not touched by that.
        {shown.reference && (
          <p className="mt-3 text-xs">
            Reference <code className="font-mono select-all">{shown.reference}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy className="space-y-4">
      <p className="sr-only">Loading…</p>
      {['h-40', 'h-72', 'h-48'].map((height) => (
        <div key={height} className="rounded-xl border border-line bg-surface p-4">
          <div className={height}>
            <Skeleton className="mb-4 h-5 w-40" />
            <Skeleton className="mb-2.5 w-full" />
            <Skeleton className="w-3/4" />
          </div>
        </div>
      ))}
    </div>
  );
}
