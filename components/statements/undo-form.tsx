'use client';

import { Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

export type UndoState = { readonly error: string | null; readonly leanedOnBy: string | null } | null;

type Props = {
  readonly statementId: string;
  readonly action: (before: UndoState, data: FormData) => Promise<UndoState>;
};

/** Takes an import back. */
export function UndoForm({ statementId, action }: Props) {
  const t = useTranslations('statements');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-2">
      <input type="hidden" name="statement" value={statementId} />
      <Button type="submit" disabled={isPending}>
        <Undo2 aria-hidden /> {isPending ? t('undo.doing') : t('undo.do')}
      </Button>
      {state?.error && (
        <Alert role="alert" tone="negative" className="max-w-prose">
          {state.error}{' '}
          {state.leanedOnBy && (
            <Link href={`/reconciliation/statements/${state.leanedOnBy}`} className="text-accent hover:underline">
              {t('undo.statement', { id: state.leanedOnBy })}
            </Link>
          )}
        </Alert>
      )}
    </form>
  );
}
