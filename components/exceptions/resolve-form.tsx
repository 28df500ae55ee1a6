'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { useRegion } from '@/components/language/reader';
import { AmountInput } from '@/components/transactions/amount-input';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { formatMoney } from '@/lib/format';
import { REMAINDER_REASONS } from '@/lib/reconciliation/running-sum';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import { LONGEST_NOTE } from '@/lib/remarks/remark';

/** What came of it; `null` before. A refused remark is given back, so that it is not lost. */
export type WorkState = { readonly error: string | null; readonly remark?: string } | null;
export type WorkAction = (before: WorkState, data: FormData) => Promise<WorkState>;

export const WAIT = 'wait';

type Props = {
  readonly exception: Pick<ExceptionRow, 'id' | 'amount' | 'currency'>;
  readonly action: WorkAction;
};

/** Explain, wait or ignore; each with a remark. What explains an amount must close it to the last digit. */
export function ResolveForm({ exception: { id, amount, currency }, action }: Props) {
  const t = useTranslations('exceptions');
  const says = useTranslations('reasons');
  const region = useRegion();
  const [state, submit, isPending] = useActionState(action, null);
  const [how, setHow] = useState('');
  const isExplained = REMAINDER_REASONS.some((reason) => reason === how);
  return (
    <form action={submit} onSubmit={keptSubmit(submit)} className="space-y-3">
      {state?.error && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
      <input type="hidden" name="id" value={id} />
      <Field label={t('resolve.how')}>
        <Select
          id="resolve-how"
          name="how"
          required
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        >
          <option value="" disabled>
            {t('resolve.chooseHow')}
          </option>
          {amount !== null && (
            <optgroup label={t('resolve.explain')}>
              {REMAINDER_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {says(`resolution.${reason}`)}
                </option>
              ))}
            </optgroup>
          )}
          <option value={WAIT}>{t('resolve.waitUntil')}</option>
          <option value="ignored">{t('resolve.ignore')}</option>
        </Select>
      </Field>
      {isExplained && (
        <Field
          label={currency ? t('resolve.amountIn', { currency }) : t('resolve.amount')}
          hint={t('resolve.amountHint', { amount: amount === null ? '' : formatMoney(amount, null, region).text })}
        >
          <AmountInput name="amount" required amount={amount} />
        </Field>
      )}
      {how === WAIT && (
        <div className="grid grid-cols-2 gap-2">
          <Field label={t('resolve.until')}>
            <Input name="until" type="date" required />
          </Field>
          <Field label={t('resolve.whom')}>
            <Input name="whom" required maxLength={120} autoComplete="off" placeholder={t('resolve.whomExample')} />
          </Field>
        </div>
      )}
      <Field label={t('resolve.remark')}>
        <Textarea
          key={state?.remark}
          name="remark"
          rows={2}
          required
          maxLength={LONGEST_NOTE}
          defaultValue={state?.remark}
          placeholder={t('resolve.remarkExample')}
        />
      </Field>
      <Button type="submit" look="primary" size="small" disabled={isPending || how === ''}>
        {isPending ? t('resolve.saving') : how === WAIT ? t('resolve.wait') : t('resolve.do')}
      </Button>
    </form>
  );
}

/** Opens again what was resolved or waits; with a remark. */
export function ReopenForm({ exception: { id }, action }: Props) {
  const t = useTranslations('exceptions');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-2">
      {state?.error && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
      <input type="hidden" name="id" value={id} />
      <Textarea
        key={state?.remark}
        name="remark"
        aria-label={t('resolve.whyAgain')}
        placeholder={t('resolve.whyAgain')}
        rows={2}
        required
        maxLength={LONGEST_NOTE}
        defaultValue={state?.remark}
      />
      <Button type="submit" size="small" disabled={isPending}>
        {isPending ? t('resolve.opening') : t('resolve.reopen')}
      </Button>
    </form>
  );
}
