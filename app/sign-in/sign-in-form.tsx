'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { forgetKeptSearches } from '@/components/search/kept-searches';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { type SignInState, signIn } from './actions';

type Props = {
  readonly next: string;
  /** What went wrong on another way in. */
  readonly problem: string | null;
};

/** Works as a plain form too: without script the answer comes back as a page. */
export function SignInForm({ next, problem }: Props) {
  const t = useTranslations('signIn');
  const before: SignInState = { error: problem, email: '' };
  const [state, action, isPending] = useActionState(signIn, before);
  useEffect(forgetKeptSearches, []); // a name that was searched for is nobody else's business
  return (
    <form action={action} className="space-y-4">
      {state.error && (
        <Alert role="alert" tone="negative">
          <span id="sign-in-error" className="text-ink">
            {state.error}
          </span>
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <Field label={t('email')}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          defaultValue={state.email}
          key={state.email}
          aria-describedby={state.error ? 'sign-in-error' : undefined}
        />
      </Field>
      <Field label={t('password')}>
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={state.error ? 'sign-in-error' : undefined}
        />
      </Field>
      <Button type="submit" look="primary" className="w-full" disabled={isPending}>
        {isPending ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
