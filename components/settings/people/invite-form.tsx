'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { ShownOnce } from '@/components/settings/shown-once';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { ROLES } from '@/lib/access/rights';

/** Invites an e-mail as a role; the link is shown once. A plain form too. */
export function InviteForm({ action }: { readonly action: DeedAction }) {
  const t = useTranslations('people');
  const tRoles = useTranslations('roles');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto] sm:items-end">
        <Field label={t('invite.email')}>
          <Input name="email" type="email" autoComplete="off" maxLength={254} required />
        </Field>
        <Field label={t('invite.role')}>
          <Select name="role" defaultValue="viewer">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {tRoles(`name.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" look="primary" disabled={isPending}>
          {t('invite.submit')}
        </Button>
      </div>
      <DeedNote state={state} />
      {state?.shown && <ShownOnce value={state.shown} label={t('invite.link')} />}
    </form>
  );
}
