'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';

type Props = { readonly email: string; readonly min: number; readonly action: DeedAction };

/** Changes the password for whoever knows it. */
export function PasswordForm({ email, min, action }: Props) {
  const t = useTranslations('you');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-3">
      <DeedNote state={state} />
      {/* For the browser's keeper of passwords, which keeps them by user. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('password.current')}>
        <Input name="current" type="password" autoComplete="current-password" maxLength={200} required />
      </Field>
      <Field label={t('password.wanted')} hint={t('password.hint', { min })}>
        <Input name="wanted" type="password" autoComplete="new-password" maxLength={200} required />
      </Field>
      <Checkbox name="endsOthers" defaultChecked className="-mx-2">
        {t('password.endsOthers')}
      </Checkbox>
      <Button type="submit" disabled={isPending}>
        {t('password.submit')}
      </Button>
    </form>
  );
}
