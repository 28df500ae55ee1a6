'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { RAILS, type Rail } from '@/lib/reconciliation/leg';
import type { Rule, RuleSettings } from '@/lib/reconciliation/match';
import { LONGEST_RULE_NOTE, type RuleState } from './rule-note';
import { RuleSentence } from './rule-sentence';
import { hasWindow } from './rule-words';

type Props = {
  readonly rule: Rule;
  readonly settings: RuleSettings;
  readonly action: (before: RuleState, data: FormData) => Promise<RuleState>;
};

/** Changes a rule: the sentence says what the form would make of it. Saving writes a new version. */
export function RuleForm({ rule, settings, action }: Props) {
  const t = useTranslations('rules');
  const [state, save, isPending] = useActionState(action, null);
  const [draft, setDraft] = useState(settings);
  const sentence = () => <RuleSentence rule={rule} settings={draft} />;
  return (
    <form action={save} onSubmit={keptSubmit(save)} className="space-y-4">
      {state?.outcome === 'saved' && (
        <Alert role="status" tone="positive">
          {t('form.saved', { version: state.version })}
        </Alert>
      )}
      {state?.outcome === 'refused' && (
        <Alert role="alert" tone="negative" title={t('form.refused')}>
          {state.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      <p className="text-body text-ink-2">
        {draft.isAutomatic ? t.rich('form.matches', { rule: sentence }) : t.rich('form.proposes', { rule: sentence })}
      </p>
      <input type="hidden" name="rule" value={rule} />
      <RailChoice draft={draft} change={setDraft} />
      <WindowField rule={rule} draft={draft} change={setDraft} />
      <Switches rule={rule} draft={draft} change={setDraft} />
      <Field label={t('form.note')} hint={t('form.noteHint')}>
        <Textarea
          key={state?.outcome === 'saved' ? state.version : 'note'}
          name="note"
          rows={2}
          required
          maxLength={LONGEST_RULE_NOTE}
          defaultValue={state?.outcome === 'refused' ? state.note : ''}
        />
      </Field>
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? t('form.saving') : t('form.save')}
      </Button>
    </form>
  );
}

type PartProps = { readonly draft: RuleSettings; readonly change: (draft: RuleSettings) => void };

function RailChoice({ draft, change }: PartProps) {
  const t = useTranslations('rules');
  const words = useTranslations('words');
  const toggled = (rail: Rail, isOn: boolean) =>
    RAILS.filter((one) => (one === rail ? isOn : draft.rails.includes(one)));
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('form.rails')}</legend>
      <div className="flex flex-wrap gap-x-2">
        {RAILS.map((rail) => (
          <Checkbox
            key={rail}
            name="rails"
            value={rail}
            checked={draft.rails.includes(rail)}
            onChange={(event) => change({ ...draft, rails: toggled(rail, event.currentTarget.checked) })}
          >
            {words(`rail.${rail}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function WindowField({ rule, draft, change }: PartProps & Pick<Props, 'rule'>) {
  const t = useTranslations('rules');
  return hasWindow(rule) ? (
    <Field label={t('form.days')} hint={t('form.daysHint')}>
      <Input
        name="windowDays"
        type="number"
        min={0}
        max={30}
        required
        value={draft.windowDays}
        onChange={(event) => change({ ...draft, windowDays: Number(event.currentTarget.value) })}
        className="max-w-24 tabular-nums"
      />
    </Field>
  ) : (
    <input type="hidden" name="windowDays" value={draft.windowDays} />
  );
}

function Switches({ rule, draft, change }: PartProps & Pick<Props, 'rule'>) {
  const t = useTranslations('rules');
  return (
    <div>
      <Checkbox
        name="isOn"
        value="true"
        checked={draft.isOn}
        onChange={(event) => change({ ...draft, isOn: event.currentTarget.checked })}
      >
        {t('form.isOn')}
      </Checkbox>
      {rule === 'similar' ? (
        <p className="px-2 text-xs text-ink-2">{t('fault.likeness')}</p>
      ) : (
        <Checkbox
          name="isAutomatic"
          value="true"
          checked={draft.isAutomatic}
          onChange={(event) => change({ ...draft, isAutomatic: event.currentTarget.checked })}
        >
          {t('form.isAutomatic')}
        </Checkbox>
      )}
    </div>
  );
}
