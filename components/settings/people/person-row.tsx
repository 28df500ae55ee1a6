'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { ROLES, type Role } from '@/lib/access/rights';
import type { TimeZone } from '@/lib/time-zones';

export type PersonLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
  readonly hasCodes: boolean;
  readonly passkeys: number;
  readonly sessions: number;
  readonly lastSignInAt: Date | null;
};

type Props = {
  readonly person: PersonLine;
  readonly isOwn: boolean;
  readonly zone: TimeZone;
  readonly change: DeedAction;
};

/** Somebody, and what an administrator may do about them; nothing about oneself. */
export function PersonRow({ person, isOwn, zone, change }: Props) {
  const t = useTranslations('people');
  const [state, submit, isPending] = useActionState(change, null);
  const { id, name, email, role, disabledAt, lastSignInAt, sessions } = person;
  const given = { id, name, role, isPending, submit };
  return (
    <tr className="border-b border-line align-top last:border-0">
      <th scope="row" className="px-4 py-2.5 text-left font-normal">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {isOwn && <Badge>{t('self')}</Badge>}
          {disabledAt && <Badge tone="caution">{t('disabled')}</Badge>}
        </span>
        <span className="block text-xs text-ink-2 [overflow-wrap:anywhere]">{email}</span>
        <div className="mt-1.5 empty:hidden">
          <DeedNote state={state} />
        </div>
      </th>
      <Cell>
        <RoleForm {...given} isOwn={isOwn} />
      </Cell>
      <Cell>{lastSignInAt ? <Instant at={lastSignInAt} zone={zone} /> : t('never')}</Cell>
      <Cell>
        <SecondStep person={person} />
      </Cell>
      <Cell>
        <span className="tabular-nums">{sessions}</span>
      </Cell>
      <Cell>{!isOwn && <ManageMenu {...given} isDisabled={disabledAt !== null} />}</Cell>
    </tr>
  );
}

function Cell({ children }: { readonly children: ReactNode }) {
  return <td className="px-3 py-2.5">{children}</td>;
}

type Given = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isPending: boolean;
  readonly submit: (data: FormData) => void;
};

function RoleForm({ id, name, role, isOwn, isPending, submit }: Given & { readonly isOwn: boolean }) {
  const t = useTranslations('people');
  const tRoles = useTranslations('roles');
  if (isOwn) return <span>{tRoles(`name.${role}`)}</span>;
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="deed" value="role" />
      <Select name="role" key={role} defaultValue={role} aria-label={t('roleOf', { name })} className="h-7 w-36">
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {tRoles(`name.${one}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" size="small" disabled={isPending}>
        {t('changeRole')}
      </Button>
    </form>
  );
}

function SecondStep({ person: { hasCodes, passkeys } }: { readonly person: PersonLine }) {
  const t = useTranslations('people');
  if (!hasCodes && passkeys === 0) return <span className="text-ink-2">{t('second.none')}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {hasCodes && <Badge tone="positive">{t('second.codes')}</Badge>}
      {passkeys > 0 && <Badge tone="positive">{t('second.passkeys', { count: passkeys })}</Badge>}
    </span>
  );
}

function ManageMenu({ id, name, isDisabled, isPending, submit }: Given & { readonly isDisabled: boolean }) {
  const t = useTranslations('people');
  const deeds = [isDisabled ? 'enable' : 'disable', 'sessions', 'second'] as const;
  return (
    <Popover
      label={t('manageOf', { name })}
      triggerLabel={t('manageOf', { name })}
      trigger={t('manage')}
      triggerClassName={buttonClass({ size: 'small' })}
      align="end"
      closesOnClick
      className="w-72 p-1"
    >
      <form action={submit}>
        <input type="hidden" name="id" value={id} />
        {deeds.map((deed) => (
          <button
            key={deed}
            type="submit"
            name="deed"
            value={deed}
            disabled={isPending}
            className="block w-full cursor-pointer rounded-lg px-2.5 py-1.5 text-left text-body text-ink -outline-offset-2 hover:bg-sunken"
          >
            <span className="font-medium">{t(`deed.${deed}`)}</span>
            <span className="block text-xs text-ink-2">{t(`about.${deed}`)}</span>
          </button>
        ))}
      </form>
    </Popover>
  );
}
