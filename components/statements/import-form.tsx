'use client';

import { Import } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

export type ImportState = { readonly error: string | null };

type Props = {
  readonly account: string;
  readonly upload: string;
  readonly action: (before: ImportState, data: FormData) => Promise<ImportState>;
};

/** The button that imports. */
export function ImportForm({ account, upload, action }: Props) {
  const t = useTranslations('statements');
  const [{ error }, submit, isPending] = useActionState(action, { error: null });
  return (
    <form action={submit} className="space-y-3">
      <input type="hidden" name="account" value={account} />
      <input type="hidden" name="upload" value={upload} />
      {error && (
        <Alert role="alert" tone="negative">
          {error}
        </Alert>
      )}
      <Button type="submit" look="primary" disabled={isPending}>
        <Import aria-hidden /> {isPending ? t('import.doing') : t('import.do')}
      </Button>
    </form>
  );
}
