'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import type { Limits } from '@/lib/refunds/refund';

export type FloorState = { readonly error: string | null } | null;

type Props = {
  readonly limits: Limits;
  /** What the limits are of, in words. */
  readonly name: string;
  readonly action: (before: FloorState, data: FormData) => Promise<FloorState>;
};

/** Sets the least that a pair of limits is, or takes it away where it was set by hand. */
export function FloorForm({ limits: { provider, kind, step, floor }, name, action }: Props) {
  const t = useTranslations('refunds');
  const [state, change, isPending] = useActionState(action, null);
  return (
    <Popover
      label={t('floor.of', { name })}
      align="end"
      className="w-64 p-3"
      triggerClassName={buttonClass({ size: 'small' })}
      triggerLabel={t('floor.setOf', { name })}
      trigger={t('floor.open')}
    >
      <form action={change} className="space-y-3">
        {state?.error && (
          <Alert role="alert" tone="negative">
            {state.error}
          </Alert>
        )}
        <input type="hidden" name="provider" value={provider} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="step" value={step} />
        <div className="grid grid-cols-2 gap-2">
          <Seconds key={`slow ${floor.slowSeconds}`} name="slow" label={t('floor.slow')} value={floor.slowSeconds} />
          <Seconds key={`late ${floor.lateSeconds}`} name="late" label={t('floor.late')} value={floor.lateSeconds} />
        </div>
        <p className="text-xs text-ink-2">{t('floor.about')}</p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" size="small" disabled={isPending}>
            {isPending ? t('floor.setting') : t('floor.set')}
          </Button>
          {floor.isOwn && (
            <Button type="submit" size="small" name="change" value="drop" formNoValidate disabled={isPending}>
              {t('floor.back')}
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}

function Seconds({ name, label, value }: { readonly name: string; readonly label: string; readonly value: number }) {
  return (
    <Field label={label}>
      <Input
        name={name}
        inputMode="numeric"
        pattern="[0-9]{1,9}"
        required
        autoComplete="off"
        defaultValue={value}
        className="h-8 px-2 tabular-nums"
      />
    </Field>
  );
}
