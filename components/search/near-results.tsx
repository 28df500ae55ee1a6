import { Hourglass } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { formatCount } from '@/lib/format';
import type { NearHits } from '@/lib/search-groups';
import type { TimeZone } from '@/lib/time-zones';
import { HitList, LineHitList } from './hit-list';

type Props = { readonly near: NearHits; readonly typed: string; readonly zone: TimeZone };

/** What is only like the text: below the exact hits, and never taken for one. */
export function NearResults({ near: { hits, lines, isCut }, typed, zone }: Props) {
  return (
    <>
      {hits.length > 0 && (
        <section aria-label="Suggestions">
          <h2 className="text-sm font-semibold text-ink">
            {formatCount(hits.length)} {hits.length === 1 ? 'payment' : 'payments'} with a value like it
          </h2>
          <p className="text-xs text-ink-2">
            These begin with it, contain it, or are a character or two apart (0 for O, another case). Compare the rest
            of the value before you rely on one.
          </p>
          <div className="mt-2">
            <HitList hits={hits} typed={typed} zone={zone} />
          </div>
        </section>
      )}
      {lines.length > 0 && (
        <section aria-label="Bank lines that say it">
          <h2 className="text-sm font-semibold text-ink">
            {formatCount(lines.length)} bank {lines.length === 1 ? 'line says' : 'lines say'} it
          </h2>
          <div className="mt-2">
            <LineHitList hits={lines} typed={typed} />
          </div>
        </section>
      )}
      {isCut && <LookedTooLong />}
    </>
  );
}

/** The database was stopped; the exact hits are not affected. */
function LookedTooLong() {
  return (
    <Alert tone="caution" title="Looking for values like it took too long">
      <p className="flex items-center gap-1.5">
        <Hourglass aria-hidden className="size-3.5 shrink-0" />
        There may be more suggestions than these. What is exactly the value is always found: type more of it.
      </p>
    </Alert>
  );
}
