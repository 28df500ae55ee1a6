import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/field';

/** The one field of the support view. It posts: what a customer sent stands in no address. */
export function SupportSearch({ ask }: { readonly ask: (data: FormData) => Promise<void> }) {
  const t = useTranslations('support');
  return (
    <Card className="p-4">
      <search aria-label={t('search.form')}>
        <form action={ask}>
          <label htmlFor="support-text" className="mb-1 block text-xs font-medium text-ink-2">
            {t('search.label')}
          </label>
          <div className="flex flex-wrap gap-2">
            <Input
              id="support-text"
              name="text"
              type="search"
              required
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              aria-describedby="support-hint"
              className="flex-1 basis-60"
            />
            <Button type="submit" look="primary">
              <Search aria-hidden /> {t('search.button')}
            </Button>
          </div>
          <p id="support-hint" className="mt-1.5 text-xs text-ink-2">
            {t('search.hint')}
          </p>
        </form>
      </search>
    </Card>
  );
}
