import { ArrowRight } from 'lucide-react';
import { IDENTIFIER_LABELS } from '@/lib/events/event';
import type { Change } from '@/lib/transactions/timeline';
import { Disclosure } from './disclosure';

/** Facts told for the first time that are shown at once; a first event tells a dozen. */
const SHOWN_NEWS = 5;

/** What an event changed: every replaced value, and the first of what was new. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-xs text-ink-2">It changed nothing that was known.</p>;
  const told = changes.filter((change) => !isToldBetter(change, changes));
  const replaced = told.filter((change) => change.before !== null);
  const news = told.filter((change) => change.before === null);
  const shown = [...replaced, ...news.slice(0, SHOWN_NEWS)];
  const rest = news.slice(SHOWN_NEWS);
  return (
    <div className="space-y-1">
      <Rows changes={shown} />
      {rest.length > 0 && (
        <Disclosure summary={`${rest.length} more ${rest.length === 1 ? 'fact' : 'facts'} told`}>
          <Rows changes={rest} />
        </Disclosure>
      )}
    </div>
  );
}

/** The id of a refund step is a change of its step and a new identifier: once is enough, under its step. */
function isToldBetter({ field, after }: Change, changes: readonly Change[]): boolean {
  return (
    field === IDENTIFIER_LABELS.refund_step_id &&
    changes.some((other) => other.field !== field && other.after === after)
  );
}

function Rows({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[13.5rem_minmax(0,1fr)]">
      {changes.map((change, at) => (
        // Several identifiers may share one field name; the list never changes after it is drawn.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="contents">
          <dt className="text-ink-2">{change.field}</dt>
          <dd className="mb-1 min-w-0 break-words text-ink sm:mb-0">
            {change.before !== null && (
              <>
                <span className="sr-only">from </span>
                <span className="text-ink-2 line-through decoration-ink-3/60">{change.before}</span>
                <ArrowRight aria-hidden className="mx-1 inline size-3 text-ink-3" />
                <span className="sr-only"> to </span>
              </>
            )}
            <span className="font-medium break-words [overflow-wrap:anywhere]">{change.after}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
