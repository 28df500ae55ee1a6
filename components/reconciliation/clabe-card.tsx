import { IdentifierValue } from '@/components/transactions/identifier-value';
import { MoneyText } from '@/components/transactions/money-text';
import { SectionCard } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import { readClabe } from '@/lib/identifiers/clabe';
import type { ClabeFlow, FlowTotal } from '@/lib/reconciliation/clabe-flow';

/** What one receiving CLABE has seen in all: what came in, what was minted for it, what was given back. */
export function ClabeCard({ flow }: { readonly flow: ClabeFlow }) {
  const bank = readClabe(flow.clabe)?.bank;
  return (
    <SectionCard title="This receiving CLABE" description={bank ? `At ${bank}` : undefined} bodyClassName="py-1">
      <div className="py-2">
        <IdentifierValue value={flow.clabe} label="receiving CLABE" />
      </div>
      <dl className="divide-y divide-line border-t border-line">
        <Step label="Came in, says the provider" totals={flow.came} />
        <Step label="of it, found at the bank" totals={flow.seen} />
        <Step label="Minted" totals={flow.minted} />
        <Step label="Returned" totals={flow.returned} />
      </dl>
    </SectionCard>
  );
}

function Step({ label, totals }: { readonly label: string; readonly totals: readonly FlowTotal[] }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3 py-2">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-right text-body">
        {totals.length === 0 && <span className="text-ink-2">nothing</span>}
        {totals.map(({ currency, count, sum }) => (
          <span key={currency} className="block">
            <MoneyText money={sum === null ? null : { amount: sum, currency }} />
            <span className="ml-1.5 text-xs text-ink-2">in {formatCount(count)}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
