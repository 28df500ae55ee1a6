'use client';

import { FlaskConical, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

export type RunState = { readonly error: string } | null;

type Props = { readonly action: (before: RunState, data: FormData) => Promise<RunState> };

/** Runs the passes, or tries them without keeping anything; what came of it is the page that follows. */
export function RunForm({ action }: Props) {
  const t = useTranslations('rules');
  const [state, run, isPending] = useActionState(action, null);
  return (
    <form action={run} className="flex flex-wrap items-center gap-2">
      {state && (
        <Alert role="alert" tone="negative" className="w-full">
          {state.error}
        </Alert>
      )}
      <Button type="submit" name="dry" value="true" disabled={isPending}>
        <FlaskConical aria-hidden /> {isPending ? t('run.running') : t('run.dry')}
      </Button>
      <Button type="submit" look="primary" name="dry" value="false" disabled={isPending}>
        <Play aria-hidden /> {isPending ? t('run.running') : t('run.now')}
      </Button>
    </form>
  );
}
