import { FileQuestionMark, RefreshCw, ServerCrash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { PanelShown } from './panel-content';

/** What the panel says of the rows of its list, in the reader's words. */
export type PanelWords = {
  /** Its name before the row is there: "One transaction". */
  readonly one: string;
  readonly previous: string;
  readonly next: string;
  /** There is no such row, or it could not be read. */
  readonly missing: string;
  readonly failed: string;
};

type Props = { readonly shown: PanelShown; readonly retry: () => void; readonly words: PanelWords };

/** The content of the panel, or why it is not there. */
export function PanelBody({ shown, retry, words }: Props) {
  const t = useTranslations('panel');
  const common = useTranslations('controls');
  if (shown.outcome === 'found') return shown.content;
  if (shown.outcome === 'loading') return <Loading />;
  if (shown.outcome === 'missing')
    return (
      <EmptyState icon={FileQuestionMark} title={words.missing}>
        {t('missing')}
      </EmptyState>
    );
  return (
    <div role="alert">
      <EmptyState
        icon={ServerCrash}
        title={words.failed}
        actions={
          <Button look="primary" onClick={retry}>
            <RefreshCw aria-hidden /> {common('tryAgain')}
          </Button>
        }
      >
        {t('failed')}
        {shown.reference && (
          <p className="mt-3 text-xs">
            {t.rich('reference', {
              reference: shown.reference,
              code: (chunks) => <code className="font-mono select-all">{chunks}</code>,
            })}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function Loading() {
  const t = useTranslations('panel');
  return (
    <div aria-busy className="space-y-4">
      <p className="sr-only">{t('loading')}</p>
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
