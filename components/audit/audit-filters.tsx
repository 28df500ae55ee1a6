import { useTranslations } from 'next-intl';
import { PrivateForm } from '@/components/private/private-form';
import type { Privately } from '@/components/private/privately';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { ACTIONS } from '@/lib/audit/entry';
import { OBJECT_KINDS } from '@/lib/audit/object';
import { AUDIT, type AuditFilters, isFiltered } from '@/lib/audit/query';
import { typedOf } from '@/lib/kept-value';

/** Who, what, on which object, from where and when; a plain form whose address is the state. */
export function AuditFilterForm({
  filters,
  people,
  privately,
}: {
  readonly filters: AuditFilters;
  readonly people: readonly string[];
  readonly privately: Privately;
}) {
  const t = useTranslations('audit');
  const actions = ACTIONS.map((action) => ({ action, words: t(`action.${action}`) }));
  const kinds = OBJECT_KINDS.map((kind) => ({ kind, words: t(`object.${kind}`) }));
  return (
    <PrivateForm
      action={AUDIT}
      list="audit"
      privately={privately}
      className="grid grid-cols-2 gap-2 md:grid-cols-4 xl:grid-cols-7"
    >
      <Field label={t('who')}>
        <Input
          name="who"
          list="audit-people"
          defaultValue={typedOf(filters.who, privately.kept)}
          autoComplete="off"
          maxLength={300}
        />
      </Field>
      <datalist id="audit-people">
        {people.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
      <Field label={t('what')}>
        <Select name="action" defaultValue={filters.action ?? ''}>
          <option value="">{t('any')}</option>
          {actions
            .toSorted((a, b) => a.words.localeCompare(b.words))
            .map(({ action, words }) => (
              <option key={action} value={action}>
                {words}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={t('kind')}>
        <Select name="kind" defaultValue={filters.kind ?? ''}>
          <option value="">{t('any')}</option>
          {kinds
            .toSorted((a, b) => a.words.localeCompare(b.words))
            .map(({ kind, words }) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
        </Select>
      </Field>
      <Field label={t('id')}>
        <Input
          name="object"
          defaultValue={typedOf(filters.object, privately.kept)}
          autoComplete="off"
          maxLength={300}
        />
      </Field>
      <Field label={t('address')}>
        <Input
          name="address"
          defaultValue={typedOf(filters.address, privately.kept)}
          autoComplete="off"
          maxLength={100}
        />
      </Field>
      <Field label={t('from')}>
        <Input type="date" name="from" defaultValue={filters.from ?? ''} />
      </Field>
      <Field label={t('to')}>
        <Input type="date" name="to" defaultValue={filters.to ?? ''} />
      </Field>
      <div className="col-span-full flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small">
          {t('apply')}
        </Button>
        {isFiltered(filters) && (
          <ButtonLink href={AUDIT} size="small">
            {t('clear')}
          </ButtonLink>
        )}
      </div>
    </PrivateForm>
  );
}
