import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Says } from '@/components/language/says';
import type { Change } from '@/lib/transactions/timeline';
import { Disclosure } from './disclosure';
import { Told } from './told';

/** Facts told for the first time that are shown at once; a first event tells a dozen. */
const SHOWN_NEWS = 5;

/** What an event changed: every replaced value, and the first of what was new. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('payment.change');
  if (changes.length === 0) return <p className="text-xs text-ink-2">{t('none')}</p>;
  const told = changes.filter((change) => !isToldBetter(change, changes));
  const replaced = told.filter((change) => change.before !== null);
  const news = told.filter((change) => change.before === null);
  const shown = [...replaced, ...news.slice(0, SHOWN_NEWS)];
  const rest = news.slice(SHOWN_NEWS);
  return (
    <div className="space-y-1">
      <Rows changes={shown} />
      {rest.length > 0 && (
        <Disclosure summary={t('more', { count: rest.length })}>
          <Rows changes={rest} />
        </Disclosure>
      )}
    </div>
  );
}

/** The id of a refund step is a change of its step and a new identifier: once is enough, under its step. */
function isToldBetter({ field, after }: Change, changes: readonly Change[]): boolean {
  return (
    field.key === 'words.identifier.refund_step_id' &&
    changes.some((other) => other.field.key !== field.key && other.after === after)
  );
}

function Rows({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('payment.change');
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[13.5rem_minmax(0,1fr)]">
      {changes.map((change, at) => (
        // Several identifiers may share one field name; the list never changes after it is drawn.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="contents">
          <dt className="text-ink-2">
            <Says said={change.field} />
          </dt>
          <dd className="mb-1 min-w-0 break-words text-ink sm:mb-0">
            {change.before !== null && (
              <>
                <span className="sr-only">{t('from')} </span>
                <span className="text-ink-2 line-through decoration-ink-3/60">
                  <Told told={change.before} />
                </span>
                <ArrowRight aria-hidden className="mx-1 inline size-3 text-ink-3" />
                <span className="sr-only"> {t('to')} </span>
              </>
            )}
            <span className="font-medium break-words [overflow-wrap:anywhere]">
              <Told told={change.after} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
