'use client';

import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { ACCOUNT_RAILS, type AccountRail } from '@/lib/statements/account';
import { TIME_ZONES } from '@/lib/time-zones';

export type AccountState = { readonly problems: readonly string[]; readonly typed: Readonly<Record<string, string>> };

type Props = {
  readonly action: (before: AccountState, data: FormData) => Promise<AccountState>;
  /** The file that waits to be imported into it. */
  readonly upload: string | null;
};

/** What is usual on a rail. */
const USUAL = {
  spei: { currency: 'MXN', zone: 'America/Mexico_City', number: 'CLABE, 18 digits' },
  pix: { currency: 'BRL', zone: 'America/Sao_Paulo', number: 'Branch and account' },
  ars: { currency: 'ARS', zone: 'America/Argentina/Buenos_Aires', number: 'CBU or CVU, 22 digits' },
  ledger: { currency: 'MXN', zone: 'UTC', number: 'As the book calls it' },
} as const satisfies Record<AccountRail, { currency: string; zone: keyof typeof TIME_ZONES; number: string }>;

/** Opens an account in the desk. */
export function AccountForm({ action, upload }: Props) {
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
        <Field label="Name" hint="How people here call it">
          <Input name="name" required maxLength={100} autoComplete="off" defaultValue={typed.name} />
        </Field>
        <Field label="Rail">
          <Select name="rail" value={rail} onChange={({ target }) => setRail(target.value as AccountRail)}>
            {Object.entries(ACCOUNT_RAILS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Bank">
          <Input name="bank" maxLength={100} autoComplete="off" defaultValue={typed.bank} />
        </Field>
        <Field label="Number" hint={usual.number}>
          <Input name="number" maxLength={100} autoComplete="off" defaultValue={typed.number} />
        </Field>
        <Field label="Currency">
          <Input
            key={usual.currency}
            name="currency"
            required
            maxLength={10}
            autoComplete="off"
            defaultValue={usual.currency}
          />
        </Field>
        <Field label="Time zone" hint="Of the days in its statements">
          <Select key={usual.zone} name="zone" defaultValue={usual.zone}>
            {Object.entries(TIME_ZONES).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button type="submit" disabled={isPending}>
        {isPending ? 'Adding…' : 'Add the account'}
      </Button>
    </form>
  );
}
