'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { MAX_RECOVERY_REASON } from '@/lib/events/acknowledgement';

/** What became of a form; what was typed comes back with an error, so that nobody types it again. */
export type RecoveryState = { readonly error: string | null; readonly delivery: string; readonly reason: string };
export type RecoveryAction = (before: RecoveryState, data: FormData) => Promise<RecoveryState>;

const NOTHING: RecoveryState = { error: null, delivery: '', reason: '' };
type Props = { readonly id: string; readonly action: RecoveryAction };

/** The delivery that brought a lost message after all, or why it counts as recovered. Works as a plain form too. */
export function RecoveryForm({ id, action }: Props) {
  const t = useTranslations('acknowledgements');
  const [state, submit, isPending] = useActionState(action, NOTHING);
  const reasons = useId();
  return (
    <form action={submit} aria-label={t('recovery.mark')} className="max-w-2xl space-y-3">
      <Refused error={state.error} />
      <input type="hidden" name="id" value={id} />
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field label={t('recovery.delivery')}>
          <Input name="delivery" inputMode="numeric" autoComplete="off" defaultValue={state.delivery} />
        </Field>
        <Field label={t('recovery.reason')}>
          <Input
            name="reason"
            list={reasons}
            maxLength={MAX_RECOVERY_REASON}
            autoComplete="off"
            defaultValue={state.reason}
          />
          <datalist id={reasons}>
            <option value={t('recovery.example.askedAgain')} />
            <option value={t('recovery.example.seenThere')} />
            <option value={t('recovery.example.stranger')} />
          </datalist>
        </Field>
      </div>
      <Button type="submit" size="small" disabled={isPending}>
        {isPending ? t('recovery.marking') : t('recovery.mark')}
      </Button>
    </form>
  );
}

/** Opens it again. */
export function UndoRecoveryForm({ id, action }: Props) {
  const t = useTranslations('acknowledgements');
  const [state, submit, isPending] = useActionState(action, NOTHING);
  return (
    <form action={submit} className="space-y-2">
      <Refused error={state.error} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="small" disabled={isPending}>
        {isPending ? t('recovery.undoing') : t('recovery.undo')}
      </Button>
    </form>
  );
}

function Refused({ error }: { readonly error: string | null }) {
  return (
    error && (
      <Alert role="alert" tone="negative">
        <span className="text-ink">{error}</span>
      </Alert>
    )
  );
}
