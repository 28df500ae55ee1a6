import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { supportHref } from '@/lib/support/mark';
import type { Transaction } from '@/lib/transactions/transaction';
import { Moment, type Reader } from './moment';
import { PlainState } from './plain-state';

type Props = {
  readonly found: readonly Pick<Transaction, 'id' | 'provider' | 'kind' | 'status' | 'occurredAt'>[];
  /** Of all there are. */
  readonly count: number;
  readonly reader: Reader;
};

/** Several payments carry the value: enough of each to choose by, and no amount of anybody's. */
export function CandidateList({ found, count, reader }: Props) {
  const t = useTranslations('support');
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates" className="mb-2 text-sm font-semibold text-ink">
        {t('several.title', { count })}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {found.map(({ id, provider, kind, status, occurredAt }) => (
            <li key={id}>
              <Link
                href={supportHref(id, {})}
                prefetch={false}
                className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-3 text-body -outline-offset-2 hover:bg-sunken"
              >
                <span className="min-w-0 flex-1 basis-60 font-medium text-ink">{t(`kind.${kind}`)}</span>
                <span className="text-ink-2">{PROVIDER_LABELS[provider]}</span>
                <Moment at={occurredAt} reader={reader} />
                <PlainState status={status} />
                <ChevronRight aria-hidden className="size-4 text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      {count > found.length && <p className="mt-2 text-xs text-ink-2">{t('several.more', { shown: found.length })}</p>}
    </section>
  );
}
