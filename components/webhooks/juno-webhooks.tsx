'use client';

import { List, Plug, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { JunoWebhook } from '@/lib/providers/juno/client.api';

export type JunoWebhooksState = {
  /** What came of the last question; `null` before any. */
  readonly said: { readonly text: string; readonly isDone: boolean } | null;
  /** The addresses as Juno listed them; `null` when it has not. */
  readonly webhooks: readonly JunoWebhook[] | null;
};

type Props = {
  /** This desk's address. */
  readonly address: string;
  /** Why Juno could not post to it. */
  readonly problem: string | null;
  readonly action: (before: JunoWebhooksState, data: FormData) => Promise<JunoWebhooksState>;
};

/** The addresses registered with Juno: asked for when wanted, added and deleted here. Works as plain forms too. */
export function JunoWebhooks({ address, problem, action }: Props) {
  const t = useTranslations('acknowledgements');
  const [{ said, webhooks }, submit, isPending] = useActionState(action, { said: null, webhooks: null });
  return (
    <div className="space-y-3">
      <form action={submit}>
        <Button type="submit" name="intent" value="list" size="small" disabled={isPending}>
          <List aria-hidden /> {isPending ? t('juno.asking') : t('juno.show')}
        </Button>
      </form>
      {said && (
        <Alert tone={said.isDone ? 'neutral' : 'caution'} role="status">
          <span className="text-ink [overflow-wrap:anywhere]">{said.text}</span>
        </Alert>
      )}
      {webhooks && webhooks.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {webhooks.map((webhook) => (
            <Registered key={webhook.id} webhook={webhook} submit={submit} isPending={isPending} />
          ))}
        </ul>
      )}
      <form action={submit} className="space-y-2">
        <Field label={t('juno.registerAddress')} hint={problem ?? undefined}>
          <Input name="address" type="url" required defaultValue={address} className="font-mono text-xs" />
        </Field>
        <Button type="submit" name="intent" value="register" size="small" disabled={isPending}>
          <Plug aria-hidden /> {t('juno.register')}
        </Button>
      </form>
    </div>
  );
}

type RegisteredProps = {
  readonly webhook: JunoWebhook;
  readonly submit: (data: FormData) => void;
  readonly isPending: boolean;
};

function Registered({ webhook: { id, callbackUrl, event }, submit, isPending }: RegisteredProps) {
  const t = useTranslations('acknowledgements');
  return (
    <li className="space-y-1 px-3 py-2">
      <p className="font-mono text-xs break-all">{callbackUrl}</p>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="text-xs text-ink-2">{t('juno.entry', { event, id: String(id) })}</p>
        <details className="group">
          <summary
            className={buttonClass({ size: 'small', look: 'ghost' }, 'list-none group-open:hidden')}
            aria-label={t('juno.deleteOf', { id: String(id) })}
          >
            <Trash2 aria-hidden /> {t('juno.delete')}
          </summary>
          <form action={submit} className="space-y-2 text-body">
            <p>{t('juno.deleteWarning')}</p>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" name="intent" value="delete" size="small" disabled={isPending}>
              <Trash2 aria-hidden /> {t('juno.deleteNow', { id: String(id) })}
            </Button>
          </form>
        </details>
      </div>
    </li>
  );
}
