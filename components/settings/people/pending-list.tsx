'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { InvitationState } from '@/lib/access/invitation';
import type { Role } from '@/lib/access/rights';
import type { TimeZone } from '@/lib/time-zones';

export type Pending = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly expiresAt: Date;
  readonly state: InvitationState;
};

type Props = { readonly invitations: readonly Pending[]; readonly zone: TimeZone; readonly revoke: DeedAction };

/** Invitations that nobody has used yet, each to be withdrawn. */
export function PendingList({ invitations, zone, revoke }: Props) {
  const t = useTranslations('people');
  const tRoles = useTranslations('roles');
  const [state, submit, isPending] = useActionState(revoke, null);
  return (
    <div className="space-y-3">
      <DeedNote state={state} />
      {invitations.length === 0 && <p className="text-body text-ink-2">{t('pending.none')}</p>}
      <ul className="divide-y divide-line">
        {invitations.map(({ id, email, role, invitedBy, expiresAt, state: standing }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2 text-body">
            <div className="min-w-0">
              <p className="font-medium [overflow-wrap:anywhere]">{email}</p>
              <p className="text-xs text-ink-2">
                {tRoles(`name.${role}`)} · {t('pending.by', { name: invitedBy })} ·{' '}
                {standing === 'expired' ? (
                  <Badge tone="caution">{t('pending.expired')}</Badge>
                ) : (
                  <>
                    {t('pending.until')} <Instant at={expiresAt} zone={zone} />
                  </>
                )}
              </p>
            </div>
            <form action={submit}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" size="small" disabled={isPending} aria-label={t('pending.revokeOf', { email })}>
                {t('pending.revoke')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
