'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { AmountInput } from '@/components/transactions/amount-input';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { USUAL_CURRENCIES } from '@/lib/approvals/limit';
import type { ApprovalAction } from './approval-state';

type Props = {
  /** Amounts as they are shown, and who set them, in words. */
  readonly limits: readonly { readonly currency: string; readonly amount: string; readonly changed: string }[];
  readonly mayChange: boolean;
  readonly setLimit: ApprovalAction;
};

/** Above which amount a second person is needed, by currency, and the form that changes it. */
export function LimitCard({ limits, mayChange, setLimit }: Props) {
  const t = useTranslations('approvals');
  const [state, change, isPending] = useActionState(setLimit, null);
  return (
    <div className="space-y-4">
      {limits.length > 0 && (
        <table className="w-full text-body">
          <caption className="sr-only">{t('limits')}</caption>
          <thead className="border-b border-line text-left text-xs text-ink-2">
            <tr>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                {t('currency')}
              </th>
              <th scope="col" className="py-1.5 text-right font-medium">
                {t('above')}
              </th>
            </tr>
          </thead>
          <tbody>
            {limits.map(({ currency, amount, changed }) => (
              <tr key={currency} className="border-b border-line last:border-0">
                <th scope="row" className="py-2 pr-3 text-left font-medium">
                  {currency}
                </th>
                <td className="py-2 text-right tabular-nums">
                  {amount}
                  <span className="block text-xs [overflow-wrap:anywhere] text-ink-2">{changed}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="text-xs text-ink-2">{t('withoutLimit')}</p>
      {mayChange && (
        <form action={change} className="space-y-3 border-t border-line pt-3">
          {state?.error && (
            <Alert role="alert" tone="negative">
              {state.error}
            </Alert>
          )}
          <div className="grid grid-cols-2 gap-2">
            <Field label={t('currency')}>
              <Input name="currency" list="limit-currencies" required maxLength={12} autoComplete="off" />
            </Field>
            <Field label={t('above')}>
              <AmountInput name="amount" amount={null} className="tabular-nums" />
            </Field>
          </div>
          <datalist id="limit-currencies">
            {USUAL_CURRENCIES.map((currency) => (
              <option key={currency} value={currency} />
            ))}
          </datalist>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" size="small" disabled={isPending}>
              {t('setLimit')}
            </Button>
            <Button type="submit" name="change" value="drop" size="small" disabled={isPending}>
              {t('dropLimit')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
