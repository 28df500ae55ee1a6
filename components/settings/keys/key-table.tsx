'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { KeyState } from '@/lib/access/key-scopes';
import type { Right } from '@/lib/access/rights';
import type { TimeZone } from '@/lib/time-zones';

export type KeyLine = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Right[];
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly state: KeyState;
};

type Props = { readonly keys: readonly KeyLine[]; readonly zone: TimeZone; readonly revoke: DeedAction };

const HEADS = ['scopes', 'made', 'expires', 'lastUsed'] as const;

/** Every key, and the way to end one. */
export function KeyTable({ keys, zone, revoke }: Props) {
  const t = useTranslations('keys');
  const [state, submit, isPending] = useActionState(revoke, null);
  return (
    <>
      {state && (
        <div className="px-4 pt-3">
          <DeedNote state={state} />
        </div>
      )}
      <table className="w-full text-body">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-line text-left text-xs text-ink-2">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('head.name')}
            </th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {t(`head.${head}`)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2">
              <span className="sr-only">{t('head.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((line) => (
            <KeyRow key={line.id} line={line} zone={zone} submit={submit} isPending={isPending} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = {
  readonly line: KeyLine;
  readonly zone: TimeZone;
  readonly isPending: boolean;
  readonly submit: (data: FormData) => void;
};

function KeyRow({ line, zone, isPending, submit }: RowProps) {
  const t = useTranslations('keys');
  const tRoles = useTranslations('roles');
  const { id, name, prefix, scopes, createdAt, createdBy, expiresAt, lastUsedAt, state } = line;
  return (
    <tr className="border-b border-line align-top last:border-0">
      <th scope="row" className="px-4 py-2.5 text-left font-normal">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {state !== 'valid' && <Badge tone="caution">{t(`state.${state}`)}</Badge>}
        </span>
        <span className="font-mono text-xs text-ink-2">{prefix}…</span>
      </th>
      <td className="max-w-80 px-3 py-2.5 text-xs text-ink-2">
        {scopes.map((right) => tRoles(`right.${right}`)).join(' · ')}
      </td>
      <td className="px-3 py-2.5">
        <Instant at={createdAt} zone={zone} />
        <span className="block text-xs text-ink-2 [overflow-wrap:anywhere]">{createdBy ?? t('byOperator')}</span>
      </td>
      <td className="px-3 py-2.5">{expiresAt ? <Instant at={expiresAt} zone={zone} /> : t('never')}</td>
      <td className="px-3 py-2.5">{lastUsedAt ? <Instant at={lastUsedAt} zone={zone} /> : t('unused')}</td>
      <td className="px-3 py-2.5">
        {state !== 'revoked' && (
          <form action={submit}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="small" disabled={isPending} aria-label={t('revokeOf', { name })}>
              {t('revoke')}
            </Button>
          </form>
        )}
      </td>
    </tr>
  );
}
