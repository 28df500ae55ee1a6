import { useTranslations } from 'next-intl';
import { Field, Textarea } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';

const LISTS = ['balanceTexts', 'feeTexts', 'taxTexts'] as const;

/** By which beginnings of their text rows are known to be balances, fees or taxes. */
export function KindTexts({ profile }: { readonly profile: Profile }) {
  const t = useTranslations('statements');
  return (
    <details>
      <summary className="cursor-pointer rounded-md text-body font-medium text-accent">{t('kindTexts.title')} </summary>
      <p className="mt-2 text-xs text-ink-2">{t('kindTexts.about')}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        {LISTS.map((name) => (
          <Field key={name} label={t(`kindTexts.${name}`)}>
            <Textarea name={name} rows={5} className="text-xs" defaultValue={profile[name].join('\n')} />
          </Field>
        ))}
      </div>
    </details>
  );
}
