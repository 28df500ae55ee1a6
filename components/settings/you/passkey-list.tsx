'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useActionState, useState } from 'react';
import { addPasskey, usePasskeys } from '@/components/access/passkey';
import type { DeedAction, DeedState } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Instant } from '@/components/transactions/instant';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { TimeZone } from '@/lib/time-zones';

export type PasskeyLine = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null };

type Props = { readonly passkeys: readonly PasskeyLine[]; readonly zone: TimeZone; readonly change: DeedAction };

/** The passkeys somebody has, to be renamed and removed, and the ceremony that adds one. */
export function PasskeyList({ passkeys, zone, change }: Props) {
  const t = useTranslations('you');
  const [state, submit, isPending] = useActionState(change, null);
  return (
    <div className="space-y-3">
      <DeedNote state={state} />
      {passkeys.length === 0 && <p className="text-body text-ink-2">{t('passkeys.none')}</p>}
      <ul className="divide-y divide-line">
        {passkeys.map((passkey) => (
          <PasskeyItem key={passkey.id} passkey={passkey} zone={zone} submit={submit} isPending={isPending} />
        ))}
      </ul>
      <AddForm />
    </div>
  );
}

type ItemProps = {
  readonly passkey: PasskeyLine;
  readonly zone: TimeZone;
  readonly isPending: boolean;
  readonly submit: (data: FormData) => void;
};

function PasskeyItem({ passkey: { id, name, createdAt }, zone, isPending, submit }: ItemProps) {
  const t = useTranslations('you');
  const shown = name ?? t('passkeys.unnamed');
  return (
    <li className="py-2">
      <form action={submit} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="id" value={id} />
        <Input
          name="name"
          defaultValue={shown}
          key={shown}
          maxLength={80}
          aria-label={t('passkeys.nameOf', { name: shown })}
          className="h-7 w-44"
        />
        <Button type="submit" size="small" name="deed" value="rename" disabled={isPending}>
          {t('passkeys.rename')}
        </Button>
        <Button
          type="submit"
          size="small"
          name="deed"
          value="remove"
          disabled={isPending}
          aria-label={t('passkeys.removeOf', { name: shown })}
        >
          {t('passkeys.remove')}
        </Button>
        {createdAt && <Instant at={createdAt} zone={zone} className="text-xs text-ink-2" />}
      </form>
    </li>
  );
}

/** Needs script and a browser that knows passkeys: the device has to be asked. */
function AddForm() {
  const t = useTranslations('you');
  const router = useRouter();
  const isPossible = usePasskeys();
  const [isBusy, setIsBusy] = useState(false);
  const [state, setState] = useState<DeedState>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('passkey') ?? '').trim();
    setIsBusy(true);
    const outcome = await addPasskey(name || t('passkeys.unnamed'));
    setIsBusy(false);
    setState({ tone: outcome === 'added' ? 'positive' : 'negative', message: t(`passkeys.${outcome}`) });
    router.refresh();
  };
  if (!isPossible) return <p className="text-xs text-ink-2">{t('passkeys.impossible')}</p>;
  return (
    <form onSubmit={add} className="space-y-3">
      <DeedNote state={state} />
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3">
        <Field label={t('passkeys.name')}>
          <Input name="passkey" maxLength={80} placeholder={t('passkeys.placeholder')} autoComplete="off" />
        </Field>
        <Button type="submit" disabled={isBusy}>
          {t('passkeys.add')}
        </Button>
      </div>
    </form>
  );
}
