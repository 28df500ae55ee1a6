import { Button } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { Field, Textarea } from '@/components/ui/field';
import { formatCount } from '@/lib/format';
import { MAX_VALUES } from '@/lib/search-text';

type Props = { readonly ask: (data: FormData) => Promise<void>; readonly values?: readonly string[] };

/** A column out of a spreadsheet, looked up whole. It is posted: values of others stand in no address. */
export function ColumnForm({ ask, values = [] }: Props) {
  return (
    <SectionCard
      title="Look up a column"
      description={`Paste up to ${formatCount(MAX_VALUES)} values, one in each line: each is found, not found, or found several times`}
    >
      <form action={ask} className="space-y-3">
        <Field label="Values">
          <Textarea
            name="text"
            rows={5}
            required
            defaultValue={values.join('\n')}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
          />
        </Field>
        <Button type="submit" look="primary">
          Look up
        </Button>
      </form>
    </SectionCard>
  );
}
