'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/field';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import type { RemarkAction } from './remark-state';

/** Writes a note on a payment or an exception. Notes are kept for good: there is no way to change one. */
export function NoteForm({ id, action }: { readonly id: string; readonly action: RemarkAction }) {
  const t = useTranslations('remarks');
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
        name="text"
        aria-label={t('note.label')}
        placeholder={t('note.hint')}
        rows={2}
        required
        maxLength={LONGEST_NOTE}
        defaultValue={state?.text}
      />
      <Button type="submit" size="small" disabled={isPending}>
        {isPending ? t('note.adding') : t('note.add')}
      </Button>
    </form>
  );
}
