import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { Reading } from '@/lib/identifiers/classify';

type Props = {
  readonly readings: readonly Reading[];
  /** Numbers of deliveries that nobody understood and whose body holds the text; or there were too many to look through. */
  readonly unrecognised: readonly string[] | 'too long';
};

const LINK = 'font-medium text-accent underline underline-offset-2';

/** Nothing is exactly this value, and why that may be: mistyped, not understood, or not here. */
export function NoHit({ readings, unrecognised }: Props) {
  const messages = unrecognised === 'too long' ? [] : unrecognised;
  const warnings = readings.flatMap(({ warning }) => (warning ? [warning] : []));
  return (
    <Card>
      <EmptyState icon={SearchX} title="Nothing in the store carries exactly this value" className="py-10">
        <p>
          Looked in external references, provider ids, claves de rastreo, PIX ids, CLABEs and other accounts, tax ids,
          end users, chain hashes (also replaced ones), addresses, refund steps, events, bank lines and our own ids.
        </p>
        <ul className="mx-auto mt-3 max-w-md list-disc space-y-1 pl-5 text-left">
          {unrecognised === 'too long' && (
            <li>There are too many messages that were not understood to look through all of them.</li>
          )}
          {messages.length > 0 && (
            <li>
              <strong className="font-semibold text-ink">A message holds it that was not understood: </strong>
              {messages.map((seq) => (
                <span key={seq}>
                  <Link href={`/webhooks/${seq}`} prefetch={false} className={LINK}>
                    delivery {seq}
                  </Link>{' '}
                </span>
              ))}
            </li>
          )}
          {warnings.map((warning) => (
            <li key={warning}>
              <strong className="font-semibold text-ink">It looks mistyped. </strong>
              {warning}
            </li>
          ))}
          {warnings.length === 0 && (
            <li>Compare it with its source: a character may be missing, or 0 and O mistaken.</li>
          )}
          <li>Search for another identifier of the same payment.</li>
          <li>
            Its message may not have arrived: see{' '}
            <Link href="/webhooks/unacknowledged" prefetch={false} className={LINK}>
              what the provider could not deliver
            </Link>
            {messages.length === 0 && (
              <>
                {' '}
                and{' '}
                <Link href="/webhooks?result=unrecognised" prefetch={false} className={LINK}>
                  what was not understood
                </Link>
              </>
            )}
            .
          </li>
        </ul>
      </EmptyState>
    </Card>
  );
}
