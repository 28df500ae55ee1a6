import { useTranslations } from 'next-intl';
import { Checkbox, Field, Select, Textarea } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';
import { COLUMN_FIELDS, type ColumnField, ID_FIELDS } from '@/lib/statements/profile-entry';

const FIRST: readonly ColumnField[] = ['date', 'amount', 'incoming', 'outgoing', 'balance', 'reference'];

type Props = { readonly profile: Profile; readonly headings: readonly string[] };

/** Which column holds what, by the headings of the file. */
export function ColumnFields({ profile: { columns }, headings }: Props) {
  const t = useTranslations('statements');
  const rest = COLUMN_FIELDS.filter((field) => !FIRST.includes(field));
  const column = (field: ColumnField) => (
    <Column
      key={field}
      label={t(`columns.field.${field}`)}
      name={`column-${field}`}
      value={columns?.[field]}
      headings={headings}
    />
  );
  const texts = [...new Set([...(columns?.text ?? []), ...headings])];
  const isMore = rest.some((field) => columns?.[field]) || ID_FIELDS.some((kind) => columns?.ids[kind]);
  return (
    <>
      <fieldset>
        <legend className="mb-2 text-body font-semibold text-ink">{t('columns.legend')}</legend>
        <div className="grid gap-3 sm:grid-cols-2">{FIRST.map(column)}</div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-xs font-medium text-ink-2">{t('columns.text')}</legend>
        <div className="grid max-h-48 overflow-y-auto rounded-lg border border-line p-1 sm:grid-cols-2">
          {texts.map((heading) => (
            <Checkbox key={heading} name="text" value={heading} defaultChecked={columns?.text.includes(heading)}>
              {heading}
            </Checkbox>
          ))}
          {texts.length === 0 && <p className="px-2 py-1.5 text-body text-ink-2">{t('columns.noHeadings')}</p>}
        </div>
      </fieldset>
      <details open={isMore}>
        <summary className="cursor-pointer rounded-md text-body font-medium text-accent">{t('columns.more')}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          {rest.map(column)}
          <Field label={t('columns.outWords')} hint={t('columns.outWordsHint')}>
            <Textarea name="outgoingWords" rows={2} defaultValue={columns?.outgoingWords.join('\n')} />
          </Field>
          {ID_FIELDS.map((kind) => (
            <Column
              key={kind}
              label={t('columns.ownColumn', { id: t(`found.${kind}`) })}
              name={`id-${kind}`}
              value={columns?.ids[kind]}
              headings={headings}
            />
          ))}
        </div>
      </details>
    </>
  );
}

type ColumnProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly headings: readonly string[];
};

function Column({ label, name, value, headings }: ColumnProps) {
  const t = useTranslations('statements');
  const isMissing = value !== undefined && !headings.includes(value);
  return (
    <Field label={label}>
      <Select name={name} defaultValue={value ?? ''}>
        <option value="">{t('columns.none')}</option>
        {isMissing && <option value={value}>{t('columns.missing', { heading: value })}</option>}
        {headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
}
