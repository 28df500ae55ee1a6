import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Says } from '@/components/language/says';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { Reading } from '@/lib/identifiers/classify';

type Props = {
  readonly readings: readonly Reading[];
  /** Numbers of deliveries that nobody understood and whose body holds the text; or there were too many to look through. */
  readonly unrecognised: readonly string[] | 'too long';
};

/** Nothing is exactly this value, and why that may be: mistyped, not understood, or not here. */
export function NoHit({ readings, unrecognised }: Props) {
  const t = useTranslations('search.none');
  const messages = unrecognised === 'too long' ? [] : unrecognised;
  const warned = readings.flatMap(({ kind, warning }) => (warning ? [{ kind, warning }] : []));
  return (
    <Card>
      <EmptyState icon={SearchX} title={t('title')} className="py-10">
        <p>{t('where')}</p>
        <ul className="mx-auto mt-3 max-w-md list-disc space-y-1 pl-5 text-left">
          {unrecognised === 'too long' && <li>{t('tooMany')}</li>}
          {messages.length > 0 && (
            <li>
              <strong className="font-semibold text-ink">{t('held')} </strong>
              {messages.map((seq) => (
                <span key={seq}>
                  <Go href={`/webhooks/${seq}`}>{t('delivery', { seq })}</Go>{' '}
                </span>
              ))}
            </li>
          )}
          {warned.map(({ kind, warning }) => (
            <li key={kind}>
              <strong className="font-semibold text-ink">{t('mistyped')} </strong>
              <Says said={warning} />
            </li>
          ))}
          {warned.length === 0 && <li>{t('compare')}</li>}
          <li>{t('other')}</li>
          <li>{messages.length === 0 ? t.rich('notArrivedOrRead', LINKS) : t.rich('notArrived', LINKS)}</li>
        </ul>
      </EmptyState>
    </Card>
  );
}

const LINKS = {
  lost: (words: ReactNode) => <Go href="/webhooks/unacknowledged">{words}</Go>,
  unread: (words: ReactNode) => <Go href="/webhooks?result=unrecognised">{words}</Go>,
};

function Go({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="font-medium text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
