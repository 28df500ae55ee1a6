import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { CepBank, CepFields } from '@/lib/reconciliation/cep';

/** What Banxico’s receipt of a SPEI payment is asked for with, each field ready to copy. */
export function CepCard({ fields }: { readonly fields: CepFields }) {
  const rows: readonly (readonly [string, string | null, string?])[] = [
    ['Date', fields.day],
    ['Clave de rastreo', fields.clave],
    ['Sending bank', bankText(fields.sender), fields.sender?.banxicoCode ?? undefined],
    ['Receiving bank', bankText(fields.receiver), fields.receiver?.banxicoCode ?? undefined],
    ['Receiving account', fields.account],
    ['Amount', fields.amount],
  ];
  return (
    <SectionCard
      title="CEP fields"
      description="What Banxico’s receipt of a SPEI payment is asked for with"
      bodyClassName="py-1"
    >
      <dl className="divide-y divide-line">
        {rows.map(([label, value, code]) => (
          <div key={label} className="py-2">
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="flex min-h-6 items-center justify-between gap-2 text-body">
              {value === null ? (
                <span className="text-ink-2 italic">not told</span>
              ) : (
                <>
                  <span className="min-w-0 [overflow-wrap:anywhere]">{value}</span>
                  <CopyButton value={code ?? value} label={code ? `${label} code` : label} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}

/** "40012 · BBVA México"; a bank we have no code for is only said to be unknown. */
function bankText(bank: CepBank | null): string | null {
  if (!bank) return null;
  return [bank.banxicoCode, bank.name].filter(Boolean).join(' · ') || null;
}
