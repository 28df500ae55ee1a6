import { Checkbox, Field, Select, Textarea } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';
import { COLUMN_FIELDS, type ColumnField, ID_FIELDS, idLabel } from '@/lib/statements/profile-entry';

const FIRST: readonly ColumnField[] = ['date', 'amount', 'incoming', 'outgoing', 'balance', 'reference'];

type Props = { readonly profile: Profile; readonly headings: readonly string[] };

/** Which column holds what, by the headings of the file. */
export function ColumnFields({ profile: { columns }, headings }: Props) {
  const rest = (Object.keys(COLUMN_FIELDS) as ColumnField[]).filter((field) => !FIRST.includes(field));
  const column = (field: ColumnField) => (
    <Column
      key={field}
      label={COLUMN_FIELDS[field]}
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
        <legend className="mb-2 text-body font-semibold text-ink">Columns</legend>
        <div className="grid gap-3 sm:grid-cols-2">{FIRST.map(column)}</div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-xs font-medium text-ink-2">Text, in which ids are looked for</legend>
        <div className="grid max-h-48 overflow-y-auto rounded-lg border border-line p-1 sm:grid-cols-2">
          {texts.map((heading) => (
            <Checkbox key={heading} name="text" value={heading} defaultChecked={columns?.text.includes(heading)}>
              {heading}
            </Checkbox>
          ))}
          {texts.length === 0 && <p className="px-2 py-1.5 text-body text-ink-2">No headings were found.</p>}
        </div>
      </fieldset>
      <details open={isMore}>
        <summary className="cursor-pointer rounded-md text-body font-medium text-accent">More columns</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          {rest.map(column)}
          <Field label="Words that mean out" hint="One per line, where a column says in or out">
            <Textarea name="outgoingWords" rows={2} defaultValue={columns?.outgoingWords.join('\n')} />
          </Field>
          {ID_FIELDS.map((kind) => (
            <Column
              key={kind}
              label={`${idLabel(kind)}, own column`}
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
  const isMissing = value !== undefined && !headings.includes(value);
  return (
    <Field label={label}>
      <Select name={name} defaultValue={value ?? ''}>
        <option value="">None</option>
        {isMissing && <option value={value}>{value} (not among the headings)</option>}
        {headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
}
