import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import type { AlertChannel } from '@/lib/alerts/alert';
import { type AlertRule, LONGEST_RULE_NAME, type Watch } from '@/lib/alerts/rule';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';
import { ThresholdFields } from './threshold-fields';

type Props = {
  /** What is watched so far, or usually. */
  readonly watch: Watch;
  /** The rule that is changed; `null` for a new one. */
  readonly rule: AlertRule | null;
  readonly channels: readonly AlertChannel[];
  readonly people: readonly { readonly email: string; readonly name: string }[];
  readonly action: DeedAction;
};

/** What to watch, from when on it is told, and to whom. */
export function RuleForm({ watch, rule, channels, people, action }: Props) {
  const t = useTranslations('alerts');
  return (
    <DeedForm action={action} hidden={{ kind: watch.kind, ...(rule && { id: rule.id }) }} isKept className="space-y-5">
      <Field label={t('rule.name')}>
        <Input
          name="name"
          required
          maxLength={LONGEST_RULE_NAME}
          autoComplete="off"
          defaultValue={rule?.name ?? t(`kind.${watch.kind}`)}
        />
      </Field>
      <fieldset className="space-y-3">
        <legend className="mb-2 text-sm font-semibold">{t('rule.threshold')}</legend>
        <p className="text-xs text-ink-2">{t(`rule.about.${watch.kind}`)}</p>
        <ThresholdFields watch={watch} />
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{t('rule.channels')}</legend>
        {channels.length === 0 && <p className="text-body text-ink-2">{t('rule.noChannels')}</p>}
        {channels.map(({ id, name }) => (
          <Checkbox key={id} name="channels" value={id} defaultChecked={rule ? rule.channels.includes(id) : true}>
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <Field label={t('rule.owner')} hint={t('rule.ownerHint')}>
        <Select name="owner" defaultValue={rule?.owner ?? ''}>
          <option value="">{t('open.nobody')}</option>
          {people.map(({ email, name }) => (
            <option key={email} value={email}>
              {name} ({email})
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-2">
        <DeedButton look="primary">{rule ? t('rule.save') : t('rule.add')}</DeedButton>
        <ButtonLink href="/settings/alerts" size="small">
          {t('rule.back')}
        </ButtonLink>
      </div>
    </DeedForm>
  );
}
