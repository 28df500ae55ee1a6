'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { type JoinState, joinDesk } from './actions';

type Props = { readonly token: string; readonly email: string; readonly min: number };

const EMPTY: JoinState = { error: null, name: '' };

/** Name and password of whoever was invited; a plain form too. */
export function JoinForm({ token, email, min }: Props) {
  const t = useTranslations('signIn');
  const [state, action, isPending] = useActionState(joinDesk, EMPTY);
  return (
    <form action={action} className="space-y-4">
      {state.error && (
        <Alert role="alert" tone="negative">
          <span id="join-error" className="text-ink">
            {state.error}
          </span>
        </Alert>
      )}
      <input type="hidden" name="token" value={token} />
      {/* For the browser's keeper of passwords, which keeps them by user. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('join.name')} hint={t('join.nameHint')}>
        <Input
          name="name"
          autoComplete="name"
          maxLength={80}
          required
          autoFocus
          defaultValue={state.name}
          key={state.name}
          aria-describedby={state.error ? 'join-error' : undefined}
        />
      </Field>
      <Field label={t('password')} hint={t('join.passwordHint', { min })}>
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          aria-describedby={state.error ? 'join-error' : undefined}
        />
      </Field>
      <Button type="submit" look="primary" className="w-full" disabled={isPending}>
        {isPending ? t('join.busy') : t('join.submit')}
      </Button>
    </form>
  );
}
