'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { ShownOnce } from '@/components/settings/shown-once';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { KEY_LIVES, KEY_PRESETS, KEY_SCOPES, type KeyPreset } from '@/lib/access/key-scopes';
import type { Right } from '@/lib/access/rights';

const PRESETS = Object.keys(KEY_PRESETS) as KeyPreset[];

/** Makes a key with a name, an end and a scope. A plain form too; the bundles only tick boxes. */
export function MakeKeyForm({ action }: { readonly action: DeedAction }) {
  const t = useTranslations('keys');
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} onSubmit={keptSubmit(submit)} className="space-y-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <Field label={t('make.name')}>
          <Input name="name" maxLength={80} required placeholder={t('make.namePlaceholder')} autoComplete="off" />
        </Field>
        <Field label={t('make.life')}>
          <Select name="life" defaultValue="90">
            {KEY_LIVES.map((life) => (
              <option key={life} value={life}>
                {t(`make.lives.${life}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ScopeChoice />
      <Button type="submit" look="primary" disabled={isPending}>
        {t('make.submit')}
      </Button>
      <DeedNote state={state} />
      {state?.shown && <ShownOnce value={state.shown} label={t('make.key')} />}
    </form>
  );
}

function ScopeChoice() {
  const t = useTranslations('keys');
  const tRoles = useTranslations('roles');
  const [scopes, setScopes] = useState<readonly Right[]>(KEY_PRESETS.read);
  const toggle = (right: Right) =>
    setScopes(scopes.includes(right) ? scopes.filter((one) => one !== right) : [...scopes, right]);
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('make.scopes')}</legend>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset says no more */}
      <div role="group" aria-label={t('make.presets')} className="mb-1 flex flex-wrap gap-1.5">
        {PRESETS.map((preset) => (
          <Button key={preset} size="small" onClick={() => setScopes(KEY_PRESETS[preset])}>
            {t(`make.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <div className="grid sm:grid-cols-2">
        {KEY_SCOPES.map((right) => (
          <Checkbox
            key={right}
            name="scope"
            value={right}
            checked={scopes.includes(right)}
            onChange={() => toggle(right)}
          >
            {tRoles(`right.${right}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
