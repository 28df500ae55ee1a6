'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';

export type RunNowState = { readonly message: string | null };

type Props = {
  readonly job: string;
  readonly label: string;
  readonly action: (before: RunNowState, data: FormData) => Promise<RunNowState>;
};

/** Asks for a run at once, and says what came of it. Works as a plain form too. */
export function RunNowForm({ job, label, action }: Props) {
  const t = useTranslations('jobs');
  const [{ message }, submit, isPending] = useActionState(action, { message: null });
  return (
    <form action={submit} className="space-y-1">
      <input type="hidden" name="job" value={job} />
      <Button type="submit" size="small" disabled={isPending} aria-label={t('now.runOf', { job: label })}>
        <Play aria-hidden /> {isPending ? t('now.asking') : t('now.run')}
      </Button>
      <p role="status" className="max-w-48 text-xs text-ink-2 empty:hidden">
        {message}
      </p>
    </form>
  );
}
