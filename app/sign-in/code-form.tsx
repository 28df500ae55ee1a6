'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { type CodeState, giveCode } from './actions';

const EMPTY: CodeState = { error: null };

/** The second step; a plain form too. */
export function CodeForm({ next }: { readonly next: string }) {
  const t = useTranslations('signIn');
  const [{ error }, action, isPending] = useActionState(giveCode, EMPTY);
  return (
    <form action={action} className="space-y-4">
      {error && (
        <Alert role="alert" tone="negative">
          <span id="code-error" className="text-ink">
            {error}
          </span>
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <Field label={t('code.label')}>
        <Input
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
          autoFocus
          className="font-mono tabular-nums"
          aria-describedby={error ? 'code-error' : undefined}
        />
      </Field>
      <Button type="submit" look="primary" className="w-full" disabled={isPending}>
        {t('code.submit')}
      </Button>
    </form>
  );
}
