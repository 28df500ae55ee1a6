import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { SectionCard } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { formatMoney } from '@/lib/format';
import type { CepBank, CepFields } from '@/lib/reconciliation/cep';

/** What Banxico’s receipt of a SPEI payment is asked for with, each field ready to copy. */
export function CepCard({ fields }: { readonly fields: CepFields }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('words');
  const region = useRegion();
  const { day, clave, sender, receiver, account, amount } = fields;
  const rows: readonly Row[] = [
    { label: t('cep.day'), value: day },
    { label: t('cep.clave'), value: clave },
    { label: t('cep.sender'), value: bankText(sender), code: sender?.banxicoCode, codeLabel: t('cep.senderCode') },
    {
      label: t('cep.receiver'),
      value: bankText(receiver),
      code: receiver?.banxicoCode,
      codeLabel: t('cep.receiverCode'),
    },
    { label: t('cep.account'), value: account },
    { label: t('cep.amount'), value: amount && formatMoney(amount, null, region).text, code: amount },
  ];
  return (
    <SectionCard title={t('cep.title')} description={t('cep.about')} bodyClassName="py-1">
      <dl className="divide-y divide-line">
        {rows.map(({ label, value, code, codeLabel }) => (
          <div key={label} className="py-2">
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="flex min-h-6 items-center justify-between gap-2 text-body">
              {value === null ? (
                <span className="text-ink-2 italic">{words('notTold')}</span>
              ) : (
                <>
                  <span className="min-w-0 [overflow-wrap:anywhere]">{value}</span>
                  <CopyButton value={code ?? value} label={code ? (codeLabel ?? label) : label} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}

type Row = {
  readonly label: string;
  readonly value: string | null;
  /** What is copied where it is not what is shown: of a bank its code, of an amount its plain digits. */
  readonly code?: string | null | undefined;
  readonly codeLabel?: string;
};

/** "40012 · BBVA México"; a bank we have no code for is only said to be unknown. */
function bankText(bank: CepBank | null): string | null {
  if (!bank) return null;
  return [bank.banxicoCode, bank.name].filter(Boolean).join(' · ') || null;
}
