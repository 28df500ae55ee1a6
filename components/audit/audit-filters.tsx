import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { ACTIONS } from '@/lib/audit/entry';
import { OBJECT_KINDS } from '@/lib/audit/object';
import { AUDIT, type AuditFilters, isFiltered } from '@/lib/audit/query';

/** Who, what, on which object, from where and when; a plain form whose address is the state. */
export function AuditFilterForm({
  filters,
  people,
}: {
  readonly filters: AuditFilters;
  readonly people: readonly string[];
}) {
  const t = useTranslations('audit');
  const actions = ACTIONS.map((action) => ({ action, words: t(`action.${action}`) }));
  const kinds = OBJECT_KINDS.map((kind) => ({ kind, words: t(`object.${kind}`) }));
  return (
    <form action={AUDIT} className="grid grid-cols-2 gap-2 md:grid-cols-4 xl:grid-cols-7">
      <Field label={t('who')}>
        <Input name="who" list="audit-people" defaultValue={filters.who ?? ''} autoComplete="off" maxLength={300} />
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
        <Input name="object" defaultValue={filters.object ?? ''} autoComplete="off" maxLength={300} />
      </Field>
      <Field label={t('address')}>
        <Input name="address" defaultValue={filters.address ?? ''} autoComplete="off" maxLength={100} />
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
    </form>
  );
}
