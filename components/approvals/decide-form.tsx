'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import type { ApprovalAction, ApprovalActions } from './approval-state';

type Props = {
  readonly id: string;
  /** What this person may do with it. */
  readonly may: 'decide' | 'withdraw';
  readonly actions: Pick<ApprovalActions, 'approve' | 'decline' | 'withdraw'>;
};

/** What can be done with an open proposal: somebody else agrees or declines, its own person takes it back. */
export function DecideForm({ id, may, actions }: Props) {
  const t = useTranslations('approvals');
  if (may === 'withdraw') {
    return (
      <ActionForm id={id} action={actions.withdraw}>
        {(isPending) => (
          <Button type="submit" size="small" disabled={isPending}>
            {t('withdraw')}
          </Button>
        )}
      </ActionForm>
    );
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <ActionForm id={id} action={actions.approve}>
        {(isPending) => (
          <Button type="submit" look="primary" size="small" disabled={isPending}>
            {t('approve')}
          </Button>
        )}
      </ActionForm>
      <ActionForm id={id} action={actions.decline}>
        {(isPending) => (
          <span className="flex min-w-0 flex-wrap gap-2">
            <Input
              name="note"
              required
              maxLength={500}
              autoComplete="off"
              aria-label={t('declineNote')}
              placeholder={t('declineNote')}
              className="h-7 w-56 px-2 text-xs"
            />
            <Button type="submit" size="small" disabled={isPending}>
              {t('decline')}
            </Button>
          </span>
        )}
      </ActionForm>
    </div>
  );
}

function ActionForm({
  id,
  action,
  children,
}: {
  readonly id: string;
  readonly action: ApprovalAction;
  readonly children: (isPending: boolean) => React.ReactNode;
}) {
  const [state, act, isPending] = useActionState(action, null);
  return (
    <form action={act} className="min-w-0 space-y-2">
      <input type="hidden" name="id" value={id} />
      {children(isPending)}
      {state?.error && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
    </form>
  );
}
