'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';

export type AdmitState = { readonly error: string | null };

type Props = {
  readonly seq: string;
  /** Whose message the person vouches for. */
  readonly from: string;
  readonly action: (before: AdmitState, data: FormData) => Promise<AdmitState>;
};

/** The word of a person, then the button. Works as a plain form too. */
export function AdmitForm({ seq, from, action }: Props) {
  const t = useTranslations('deliveries');
  const [state, submit, isPending] = useActionState(action, { error: null });
  return (
    <form action={submit} className="space-y-3">
      {state.error && (
        <Alert role="alert" tone="negative">
          <span className="text-ink">{state.error}</span>
        </Alert>
      )}
      <input type="hidden" name="seq" value={seq} />
      <Checkbox name="isGenuine" required className="-mx-2">
        {t('admit.checked', { from })}
      </Checkbox>
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? t('admit.doing') : t('admit.do')}
      </Button>
    </form>
  );
}
