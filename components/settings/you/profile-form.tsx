'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { Role } from '@/lib/access/rights';

type Props = { readonly name: string; readonly email: string; readonly role: Role; readonly action: DeedAction };

/** The name that colleagues see; e-mail and role are others' to change. */
export function ProfileForm({ name, email, role, action }: Props) {
  const t = useTranslations('you');
  const tRoles = useTranslations('roles');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-3">
      <DeedNote state={state} />
      <Field label={t('profile.name')}>
        <Input name="name" autoComplete="name" maxLength={80} required defaultValue={name} key={name} />
      </Field>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-body">
        <dt className="text-ink-2">{t('profile.email')}</dt>
        <dd className="[overflow-wrap:anywhere]">{email}</dd>
        <dt className="text-ink-2">{t('profile.role')}</dt>
        <dd>{tRoles(`name.${role}`)}</dd>
      </dl>
      <Button type="submit" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
