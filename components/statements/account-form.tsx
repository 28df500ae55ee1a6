'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { ACCOUNT_RAILS, type AccountRail } from '@/lib/statements/account';
import type { TimeZone } from '@/lib/time-zones';
import { ZoneOptions } from './zone-options';

export type AccountState = { readonly problems: readonly string[]; readonly typed: Readonly<Record<string, string>> };

type Props = {
  readonly action: (before: AccountState, data: FormData) => Promise<AccountState>;
  /** The file that waits to be imported into it. */
  readonly upload: string | null;
};

/** What is usual on a rail. */
const USUAL = {
  spei: { currency: 'MXN', zone: 'America/Mexico_City' },
  pix: { currency: 'BRL', zone: 'America/Sao_Paulo' },
  ars: { currency: 'ARS', zone: 'America/Argentina/Buenos_Aires' },
  ledger: { currency: 'MXN', zone: 'UTC' },
} as const satisfies Record<AccountRail, { currency: string; zone: TimeZone }>;

/** Opens an account in the desk. */
export function AccountForm({ action, upload }: Props) {
  const t = useTranslations('statements');
  const [{ problems, typed }, submit, isPending] = useActionState(action, { problems: [], typed: {} });
  const [rail, setRail] = useState<AccountRail>('spei');
  const usual = USUAL[rail];
  return (
    <form action={submit} className="space-y-3">
      {problems.length > 0 && (
        <Alert role="alert" tone="negative">
          {problems.join(' ')}
        </Alert>
      )}
      {upload && <input type="hidden" name="upload" value={upload} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('account.name')} hint={t('account.nameHint')}>
          <Input name="name" required maxLength={100} autoComplete="off" defaultValue={typed.name} />
        </Field>
        <Field label={t('account.rail')}>
          <Select name="rail" value={rail} onChange={({ target }) => setRail(target.value as AccountRail)}>
            {ACCOUNT_RAILS.map((name) => (
              <option key={name} value={name}>
                {t(`rail.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('account.bank')}>
          <Input name="bank" maxLength={100} autoComplete="off" defaultValue={typed.bank} />
        </Field>
        <Field label={t('account.number')} hint={t(`account.numberHint.${rail}`)}>
          <Input name="number" maxLength={100} autoComplete="off" defaultValue={typed.number} />
        </Field>
        <Field label={t('account.currency')}>
          <Input
            key={usual.currency}
            name="currency"
            required
            maxLength={10}
            autoComplete="off"
            defaultValue={usual.currency}
          />
        </Field>
        <Field label={t('account.zone')} hint={t('account.zoneHint')}>
          <Select key={usual.zone} name="zone" defaultValue={usual.zone}>
            <ZoneOptions />
          </Select>
        </Field>
      </div>
      <Button type="submit" disabled={isPending}>
        {isPending ? t('account.adding') : t('account.add')}
      </Button>
    </form>
  );
}
