import { useTranslations } from 'next-intl';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { readClabe } from '@/lib/identifiers/clabe';
import type { ClabeFlow, FlowTotal } from '@/lib/reconciliation/clabe-flow';

/** What one receiving CLABE has seen in all: what came in, what was minted for it, what was given back. */
export function ClabeCard({ flow }: { readonly flow: ClabeFlow }) {
  const t = useTranslations('reconciliation');
  const bank = readClabe(flow.clabe)?.bank;
  return (
    <SectionCard title={t('clabe.title')} description={bank ? t('clabe.at', { bank }) : undefined} bodyClassName="py-1">
      <div className="py-2">
        <IdentifierValue value={flow.clabe} label={t('cell.receiverClabe')} />
      </div>
      <dl className="divide-y divide-line border-t border-line">
        <Step label={t('clabe.came')} totals={flow.came} />
        <Step label={t('clabe.seen')} totals={flow.seen} />
        <Step label={t('clabe.minted')} totals={flow.minted} />
        <Step label={t('clabe.returned')} totals={flow.returned} />
      </dl>
    </SectionCard>
  );
}

function Step({ label, totals }: { readonly label: string; readonly totals: readonly FlowTotal[] }) {
  const t = useTranslations('reconciliation');
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3 py-2">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-right text-body">
        {totals.length === 0 && <span className="text-ink-2">{t('clabe.nothing')}</span>}
        {totals.map(({ currency, count, sum }) => (
          <span key={currency} className="block">
            <MoneyText money={sum === null ? null : { amount: sum, currency }} />
            <span className="ml-1.5 text-xs text-ink-2">{t('clabe.in', { count })}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
