import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { Field, Textarea } from '@/components/ui/field';
import { MAX_VALUES } from '@/lib/search-text';

type Props = { readonly ask: (data: FormData) => Promise<void>; readonly values?: readonly string[] };

/** A column out of a spreadsheet, looked up whole. It is posted: values of others stand in no address. */
export function ColumnForm({ ask, values = [] }: Props) {
  const t = useTranslations('search.column');
  return (
    <SectionCard title={t('title')} description={t('description', { most: MAX_VALUES })}>
      <form action={ask} className="space-y-3">
        <Field label={t('values')}>
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
          {t('button')}
        </Button>
      </form>
    </SectionCard>
  );
}
