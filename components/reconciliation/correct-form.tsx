'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select, Textarea } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { ADDABLE_KINDS } from '@/lib/reconciliation/line-correction';
import type { LineRow } from '@/lib/reconciliation/view';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import type { FoundId } from '@/lib/statements/found-ids';
import { LINE_KINDS } from '@/lib/statements/statement';
import type { DeedAction } from './deed-form';

type Props = { readonly line: LineRow; readonly action: DeedAction };

/** How a line should have been read. Its text, amount and day are the bank’s and stay as they are. */
export function CorrectForm({ line, action }: Props) {
  const t = useTranslations('legs');
  const words = useTranslations('words');
  const [state, submit, isPending] = useActionState(action, null);
  const { seq, kind, name, account, taxId, ids } = line;
  return (
    <form action={submit} onSubmit={keptSubmit(submit)} aria-label={t('correct.title')} className="space-y-3">
      {state?.error && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
      <input type="hidden" name="line" value={seq} />
      <Field label={t('correct.kind')} hint={t('correct.kindHint')}>
        <Select name="kind" defaultValue={kind}>
          {LINE_KINDS.map((known) => (
            <option key={known} value={known}>
              {words(`lineKind.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('correct.counterparty')}>
        <Input name="name" defaultValue={name ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('correct.account')}>
        <Input name="account" defaultValue={account ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('correct.taxId')}>
        <Input name="taxId" defaultValue={taxId ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      {ids.length > 0 && <FoundIds ids={ids} />}
      <AddedIds />
      <Field label={t('correct.remark')}>
        <Textarea name="remark" rows={2} required maxLength={LONGEST_NOTE} placeholder={t('correct.remarkHint')} />
      </Field>
      <Button type="submit" look="primary" size="small" disabled={isPending}>
        {isPending ? t('correct.working') : t('correct.title')}
      </Button>
    </form>
  );
}

function FoundIds({ ids }: { readonly ids: readonly FoundId[] }) {
  const t = useTranslations('legs');
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('correct.removed')}</legend>
      {ids.map(({ kind, key, value }) => (
        <Checkbox key={`${kind} ${key}`} name="removed" value={`${kind} ${key}`} className="-mx-2">
          <span className="text-xs text-ink-2">{t(`found.${kind}`)}</span>{' '}
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{value}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

function AddedIds() {
  const t = useTranslations('legs');
  const [count, setCount] = useState(1);
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('correct.added')}</legend>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
        <div key={at} className="space-y-1.5">
          <Select name="addedKind" aria-label={t('correct.idKind', { place: at + 1 })}>
            {ADDABLE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`found.${kind}`)}
              </option>
            ))}
          </Select>
          <Input
            name="addedValue"
            aria-label={t('correct.idValue', { place: at + 1 })}
            maxLength={100}
            autoComplete="off"
            className="font-mono"
          />
        </div>
      ))}
      <Button look="ghost" size="small" onClick={() => setCount(count + 1)}>
        <Plus aria-hidden /> {t('correct.another')}
      </Button>
    </fieldset>
  );
}
