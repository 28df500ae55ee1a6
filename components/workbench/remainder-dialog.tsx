'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type RefObject, useId } from 'react';
import { MoneyText } from '@/components/transactions/money-text';
import { Button } from '@/components/ui/button';
import { DIALOG } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import {
  isRemainderReason,
  LONGEST_REMARK,
  REMAINDER_REASONS,
  type RunningSum,
} from '@/lib/reconciliation/running-sum';
import type { Remainder } from './deed';
import { sumTerms } from './sum-terms';

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly sum: RunningSum;
  readonly match: (remainder: Remainder) => void;
};

/** Asks why something may be left over: a reason from the list and a remark, kept with the match for good. */
export function RemainderDialog({ dialog, sum, match }: Props) {
  const t = useTranslations('workbench');
  const says = useTranslations('reasons');
  const heading = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const reason = data.get('reason');
    const remark = String(data.get('remark') ?? '').trim();
    if (!isRemainderReason(reason) || remark === '') return;
    dialog.current?.close();
    event.currentTarget.reset();
    match({ reason, remark });
  };
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={DIALOG}>
      <form onSubmit={submit} className="space-y-3 p-4">
        <h2 id={heading} className="text-base font-semibold">
          {t('remainder.title')}
        </h2>
        {sum.outcome === 'told' && (
          <p className="text-body text-ink-2">
            {t.rich('remainder.about', {
              money: () => (
                <MoneyText
                  money={{ amount: sumTerms(sum).remainder, currency: sum.currency }}
                  className="font-medium text-ink"
                />
              ),
            })}
          </p>
        )}
        <Field label={t('remainder.reason')}>
          <Select name="reason" required defaultValue="">
            <option value="" disabled>
              {t('remainder.choose')}
            </option>
            {REMAINDER_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {says(`resolution.${reason}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('remark')}>
          <Input name="remark" required maxLength={LONGEST_REMARK} autoComplete="off" />
        </Field>
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary">
            {t('remainder.match')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
