'use client';

import { Send } from 'lucide-react';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { LONGEST_QUESTION, type PassAction } from './pass-state';

type Props = {
  readonly id: string;
  /** The customer's, for the link. */
  readonly language: string;
  readonly action: PassAction;
  readonly words: { readonly question: string; readonly button: string; readonly sending: string };
};

/** Hands a payment to finance, with what they should know. */
export function PassForm({ id, language, action, words }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-3">
      {state && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={language} />
      <Field label={words.question}>
        <Textarea
          key={state?.question}
          name="question"
          rows={3}
          maxLength={LONGEST_QUESTION}
          defaultValue={state?.question}
        />
      </Field>
      <Button type="submit" disabled={isPending}>
        <Send aria-hidden /> {isPending ? words.sending : words.button}
      </Button>
    </form>
  );
}
