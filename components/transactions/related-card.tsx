import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { Related, RelationName } from '@/lib/transactions/detail';
import { KindLabel } from './kind-label';
import { MoneyText } from './money-text';
import { StatusBadge } from './status-badge';
import { transactionHref } from './transaction-href';

/** Ids of the provider that are no transaction of their own: that the store has none says nothing. */
const BARE_IDS: readonly RelationName[] = ['pays_deposit', 'fills_order'];

/** What else belongs to this payment, and whether both ends say so. */
export function RelatedCard({ related }: { readonly related: readonly Related[] }) {
  const t = useTranslations('payment');
  return (
    <SectionCard title={t('related.title')} bodyClassName="py-1">
      <ul className="divide-y divide-line">
        {related.map((one) => (
          <li key={`${one.relation} ${one.id}`} className="space-y-1 py-2.5">
            <p className="text-xs text-ink-2">{t(`relation.${one.relation}`)}</p>
            <Target related={one} />
            {one.isOneSided && (
              <p className="flex items-start gap-1 text-xs text-caution">
                <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
                {t('related.oneSided')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Target({ related: { other, id, relation, via } }: { readonly related: Related }) {
  const t = useTranslations('payment');
  if (!other) {
    return (
      <div>
        <span className="flex items-start gap-1">
          <span className="min-w-0 flex-1 pt-0.5 font-mono text-xs break-all text-ink">{id}</span>
          <CopyButton value={id} label={t(`relation.${relation}`)} />
        </span>
        {!BARE_IDS.includes(relation) && <p className="text-xs text-ink-2 italic">{t('related.absent')}</p>}
      </div>
    );
  }
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Link href={transactionHref(id)} className="rounded-sm text-body hover:underline">
          <KindLabel
            provider={other.provider}
            kind={other.kind}
            className="underline decoration-line-strong underline-offset-3"
          />
        </Link>
        <StatusBadge status={other.status} providerStatus={other.providerStatus} />
      </div>
      {(other.amount || other.isIncomplete) && (
        <div className="text-body">
          <MoneyText money={other.amount} isCurrencyAssumed={other.isCurrencyAssumed} />
        </div>
      )}
      {via && <p className="font-mono text-xs break-all text-ink-2">{via}</p>}
    </div>
  );
}
