'use client';

import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field';
import { keptSubmit } from '@/components/ui/kept-form';
import { RAILS, type Rail } from '@/lib/reconciliation/leg';
import type { Rule, RuleSettings } from '@/lib/reconciliation/match';
import { LONGEST_RULE_NOTE, type RuleState } from './rule-note';
import { RuleSentence } from './rule-sentence';
import { RULE_WORDS } from './rule-words';

type Props = {
  readonly rule: Rule;
  readonly settings: RuleSettings;
  readonly action: (before: RuleState, data: FormData) => Promise<RuleState>;
};

/** Changes a rule: the sentence says what the form would make of it. Saving writes a new version. */
export function RuleForm({ rule, settings, action }: Props) {
  const [state, save, isPending] = useActionState(action, null);
  const [draft, setDraft] = useState(settings);
  return (
    <form action={save} onSubmit={keptSubmit(save)} className="space-y-4">
      {state?.outcome === 'saved' && (
        <Alert role="status" tone="positive">
          Saved as version {state.version}. It holds from the next run on.
        </Alert>
      )}
      {state?.outcome === 'refused' && (
        <Alert role="alert" tone="negative" title="Nothing was saved">
          {state.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      <p className="text-body text-ink-2">
        {draft.isAutomatic ? 'Match a line with a payment ' : 'Propose a payment for a line '}
        <RuleSentence rule={rule} settings={draft} />.
      </p>
      <input type="hidden" name="rule" value={rule} />
      <RailChoice draft={draft} change={setDraft} />
      <WindowField rule={rule} draft={draft} change={setDraft} />
      <Switches rule={rule} draft={draft} change={setDraft} />
      <Field label="Note" hint="Why it is changed. It is kept with the version.">
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
        {isPending ? 'Saving…' : 'Save as new version'}
      </Button>
    </form>
  );
}

type PartProps = { readonly draft: RuleSettings; readonly change: (draft: RuleSettings) => void };

function RailChoice({ draft, change }: PartProps) {
  const toggled = (rail: Rail, isOn: boolean) =>
    (Object.keys(RAILS) as Rail[]).filter((one) => (one === rail ? isOn : draft.rails.includes(one)));
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-ink-2">Rails it looks at</legend>
      <div className="flex flex-wrap gap-x-2">
        {(Object.keys(RAILS) as Rail[]).map((rail) => (
          <Checkbox
            key={rail}
            name="rails"
            value={rail}
            checked={draft.rails.includes(rail)}
            onChange={(event) => change({ ...draft, rails: toggled(rail, event.currentTarget.checked) })}
          >
            {RAILS[rail]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function WindowField({ rule, draft, change }: PartProps & Pick<Props, 'rule'>) {
  return RULE_WORDS[rule].hasWindow ? (
    <Field label="Days by which line and payment may lie apart" hint="Banking days on SPEI; 0 is the same day only.">
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
  return (
    <div>
      <Checkbox
        name="isOn"
        value="true"
        checked={draft.isOn}
        onChange={(event) => change({ ...draft, isOn: event.currentTarget.checked })}
      >
        On: it takes part in the runs
      </Checkbox>
      {rule === 'similar' ? (
        <p className="px-2 text-xs text-ink-2">A likeness only proposes: it never matches by itself.</p>
      ) : (
        <Checkbox
          name="isAutomatic"
          value="true"
          checked={draft.isAutomatic}
          onChange={(event) => change({ ...draft, isAutomatic: event.currentTarget.checked })}
        >
          Automatic: it matches by itself; otherwise it only proposes
        </Checkbox>
      )}
    </div>
  );
}
