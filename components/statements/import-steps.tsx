import { Check } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { IMPORT_STEPS, type ImportQuery, importHref } from './import-query';

/** The four steps; those behind are links back. */
export function ImportSteps({ query }: { readonly query: ImportQuery }) {
  const t = useTranslations('statements');
  const current = IMPORT_STEPS.indexOf(query.step);
  const isDone = query.statement !== null;
  return (
    <ol aria-label={t('step.label')} className="mb-5 flex flex-wrap gap-x-2 gap-y-1.5 text-body">
      {IMPORT_STEPS.map((step, i) => {
        const isBehind = i < current;
        const content = (
          <>
            <span
              aria-hidden
              className={classNames(
                'grid size-5.5 shrink-0 place-items-center rounded-full border border-line-strong text-xs tabular-nums',
                (isBehind || isDone) && 'border-transparent bg-positive-soft text-positive',
                i === current && !isDone && 'border-transparent bg-accent text-on-accent',
              )}
            >
              {isBehind || isDone ? <Check className="size-3.5" /> : i + 1}
            </span>
            {t(`step.${step}`)}
          </>
        );
        const look = 'inline-flex items-center gap-2 rounded-md py-1 pr-2';
        return (
          <li key={step} className="flex items-center gap-2">
            {i > 0 && <span aria-hidden className="w-4 border-t border-line-strong max-sm:hidden" />}
            {isBehind && !isDone ? (
              <Link href={importHref({ ...query, step })} className={classNames(look, 'text-ink-2 hover:text-ink')}>
                {content}
              </Link>
            ) : (
              <span
                aria-current={i === current ? 'step' : undefined}
                className={classNames(look, i === current ? 'font-medium text-ink' : 'text-ink-2')}
              >
                {content}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
