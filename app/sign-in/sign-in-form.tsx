'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { type SignInState, signIn } from './actions';

const EMPTY: SignInState = { error: null, email: '' };

/** Works as a plain form too: without script the answer comes back as a page. */
export function SignInForm({ next }: { readonly next: string }) {
  const [state, action, isPending] = useActionState(signIn, EMPTY);
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
      <Field label="E-mail">
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
      <Field label="Password">
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={state.error ? 'sign-in-error' : undefined}
        />
      </Field>
      <Button type="submit" look="primary" className="w-full" disabled={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
