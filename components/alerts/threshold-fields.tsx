import { useTranslations } from 'next-intl';
import { AmountInput } from '@/components/transactions/amount-input';
import { Field, Input, Select } from '@/components/ui/field';
import type { Watch } from '@/lib/alerts/rule';

/** Currencies that a limit can be set for; one that is left empty is not told of. */
export const LIMITED_CURRENCIES = ['MXN', 'BRL', 'ARS', 'USD'] as const;

/** The settings of a kind, as they are or usually are. Their names are those of its schema. */
export function ThresholdFields({ watch: { kind, threshold } }: { readonly watch: Watch }) {
  const t = useTranslations('alerts');
  switch (kind) {
    case 'refunds':
      return (
        <Field label={t('field.from')}>
          <Select name="from" defaultValue={threshold.from}>
            <option value="late">{t('field.late')}</option>
            <option value="stuck">{t('field.stuck')}</option>
          </Select>
        </Field>
      );
    case 'unacknowledged':
      return (
        <Pair>
          <Whole name="warning" label={t('field.warningMinutes')} value={threshold.warning} />
          <Whole name="urgent" label={t('field.urgentMinutes')} value={threshold.urgent} />
        </Pair>
      );
    case 'silence':
      return (
        <Pair>
          <Whole name="warning" label={t('field.warningUsual')} value={threshold.warning} />
          <Whole name="urgent" label={t('field.urgentUsual')} value={threshold.urgent} />
          <Whole name="leastMinutes" label={t('field.leastMinutes')} value={threshold.leastMinutes} />
          <Whole name="thinMinutes" label={t('field.thinMinutes')} value={threshold.thinMinutes} />
        </Pair>
      );
    case 'exceptions':
      return (
        <>
          <Pair>
            {[...new Set([...LIMITED_CURRENCIES, ...Object.keys(threshold.amounts)])].map((currency) => (
              <Field key={currency} label={t('field.amount', { currency })}>
                <AmountInput
                  name={`amount.${currency}`}
                  amount={threshold.amounts[currency] ?? null}
                  className="tabular-nums"
                />
              </Field>
            ))}
          </Pair>
          <Pair>
            <Whole name="warning" label={t('field.warningHours')} value={threshold.warning} />
            <Whole name="urgent" label={t('field.urgentHours')} value={threshold.urgent} />
          </Pair>
        </>
      );
    case 'backlog':
      return (
        <Pair>
          <Whole name="count" label={t('field.count')} value={threshold.count} />
          <Whole name="warning" label={t('field.warningMinutes')} value={threshold.warning} />
          <Whole name="urgent" label={t('field.urgentMinutes')} value={threshold.urgent} />
        </Pair>
      );
  }
}

function Pair({ children }: { readonly children: React.ReactNode }) {
  return <div className="grid gap-3 sm:grid-cols-2">{children}</div>;
}

function Whole({ name, label, value }: { readonly name: string; readonly label: string; readonly value: number }) {
  return (
    <Field label={label}>
      <Input
        name={name}
        required
        inputMode="numeric"
        pattern="[0-9]{1,9}"
        autoComplete="off"
        defaultValue={value}
        className="tabular-nums"
      />
    </Field>
  );
}
