import { SearchX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import type { Hit } from '@/lib/transactions/hit';
import { HitList } from './hit-list';

type Props = {
  readonly exact: readonly Hit[];
  readonly near: readonly Hit[];
  readonly typed: string;
  readonly zone: TimeZone;
};

/** What was found: exactly this value first; what only begins like it apart and below. */
export function SearchResults({ exact, near, typed, zone }: Props) {
  if (exact.length === 0 && near.length === 0) return <NoHit typed={typed} />;
  return (
    <div className="space-y-5">
      {exact.length > 0 ? (
        <Group
          title={
            exact.length === 1
              ? 'One payment carries exactly this value'
              : `${formatCount(exact.length)} payments carry exactly this value`
          }
          note={
            exact.length > 1
              ? 'Ids and references repeat: providers use one id under several kinds, and links share values.'
              : null
          }
        >
          <HitList hits={exact} typed={typed} zone={zone} isFocused={exact.length === 1} />
        </Group>
      ) : (
        <p className="text-sm text-ink">No payment carries exactly this value.</p>
      )}
      {near.length > 0 && (
        <Group
          title={`${formatCount(near.length)} ${near.length === 1 ? 'payment has' : 'payments have'} a value that begins like it`}
          note="These are suggestions: compare the rest of the value before you rely on one."
        >
          <HitList hits={near} typed={typed} zone={zone} />
        </Group>
      )}
    </div>
  );
}

function Group({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note: string | null;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2 className="text-sm font-semibold text-ink">{title}</h2>
      {note && <p className="text-xs text-ink-2">{note}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}

function NoHit({ typed }: { readonly typed: string }) {
  return (
    <Card>
      <EmptyState icon={SearchX} title="Nothing in the store carries this value">
        <p>
          Looked in external references, provider ids, claves de rastreo, PIX ids, CLABEs and other accounts, tax ids,
          end users, chain hashes (also replaced ones), addresses, refund steps and our own ids: for the value itself,
          and for values that begin with it.
        </p>
        <ul className="mx-auto mt-3 max-w-md list-disc space-y-1 pl-5 text-left">
          {typed.length < 4 && <li>Type at least four characters to find values that begin with them.</li>}
          <li>Compare it with its source: a character may be missing, or 0 and O mistaken.</li>
          <li>Search for another identifier of the same payment.</li>
          <li>
            Its message may not have arrived, or was{' '}
            <Link href="/webhooks?result=unrecognised" className="font-medium text-accent underline underline-offset-2">
              not understood
            </Link>
            .
          </li>
        </ul>
      </EmptyState>
    </Card>
  );
}
