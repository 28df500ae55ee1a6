'use client';

import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { RESOLUTIONS } from '@/lib/reconciliation/reason';
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
      <Field label="How">
        <Select
          id="resolve-how"
          name="how"
          required
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        >
          <option value="" disabled>
            Choose how to close it
          </option>
          {amount !== null && (
            <optgroup label="Explain what remains">
              {REMAINDER_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {RESOLUTIONS[reason]}
                </option>
              ))}
            </optgroup>
          )}
          <option value={WAIT}>Wait until a day</option>
          <option value="ignored">Ignore until its values change</option>
        </Select>
      </Field>
      {isExplained && (
        <Field
          label={`Amount explained${currency ? `, ${currency}` : ''}`}
          hint={`It must close what is at stake exactly: ${amount}.`}
        >
          <Input name="amount" inputMode="decimal" autoComplete="off" required defaultValue={amount ?? ''} />
        </Field>
      )}
      {how === WAIT && (
        <div className="grid grid-cols-2 gap-2">
          <Field label="Until">
            <Input name="until" type="date" required />
          </Field>
          <Field label="For whom">
            <Input name="whom" required maxLength={120} autoComplete="off" placeholder="the provider" />
          </Field>
        </div>
      )}
      <Field label="Remark">
        <Textarea
          key={state?.remark}
          name="remark"
          rows={2}
          required
          maxLength={LONGEST_NOTE}
          defaultValue={state?.remark}
          placeholder="Why this is right"
        />
      </Field>
      <Button type="submit" look="primary" size="small" disabled={isPending || how === ''}>
        {isPending ? 'Saving…' : how === WAIT ? 'Wait' : 'Resolve'}
      </Button>
    </form>
  );
}

/** Opens again what was resolved or waits; with a remark. */
export function ReopenForm({ exception: { id }, action }: Props) {
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
        aria-label="Why it is opened again"
        placeholder="Why it is opened again"
        rows={2}
        required
        maxLength={LONGEST_NOTE}
        defaultValue={state?.remark}
      />
      <Button type="submit" size="small" disabled={isPending}>
        {isPending ? 'Opening…' : 'Reopen'}
      </Button>
    </form>
  );
}
