'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { RemarkAction } from './remark-state';

type Props = {
  readonly id: string;
  readonly assignee: string | null;
  /** Whom it may be given to, by e-mail address. */
  readonly people: readonly string[];
  readonly action: RemarkAction;
};

/** Gives a payment or an exception to somebody, or takes it from everybody. */
export function OwnerForm({ id, assignee, people, action }: Props) {
  const t = useTranslations('remarks');
  const [state, submit, isPending] = useActionState(action, null);
  const choices = assignee === null || people.includes(assignee) ? people : [assignee, ...people];
  return (
    <form action={submit}>
      {state?.error && (
        <Alert role="alert" tone="negative" className="mb-2">
          {state.error}
        </Alert>
      )}
      <input type="hidden" name="id" value={id} />
      <div className="flex items-center gap-2">
        <Select
          // After saving, the form is reset to what the server says.
          key={assignee}
          name="assignee"
          aria-label={t('owner.label')}
          defaultValue={assignee ?? ''}
          className="h-8"
        >
          <option value="">{t('owner.nobody')}</option>
          {choices.map((email) => (
            <option key={email} value={email}>
              {email}
            </option>
          ))}
        </Select>
        <Button type="submit" size="small" className="h-8" disabled={isPending}>
          {isPending ? t('owner.saving') : t('owner.assign')}
        </Button>
      </div>
    </form>
  );
}
