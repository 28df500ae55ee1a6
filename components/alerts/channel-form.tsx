import { useTranslations } from 'next-intl';
import { Field, Input, Select } from '@/components/ui/field';
import { LOCALE_NAMES, LOCALES } from '@/lib/language/locales';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';

/** Adds an e-mail address or a webhook. */
export function ChannelForm({ action }: { readonly action: DeedAction }) {
  const t = useTranslations('alerts');
  return (
    <DeedForm
      action={action}
      isKept
      className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[10rem_1fr_2fr_11rem_auto]"
    >
      <Field label={t('channels.kindLabel')}>
        <Select name="kind" defaultValue="email">
          <option value="email">{t('channels.kind.email')}</option>
          <option value="webhook">{t('channels.kind.webhook')}</option>
        </Select>
      </Field>
      <Field label={t('channels.name')}>
        <Input name="name" required maxLength={80} autoComplete="off" />
      </Field>
      <Field label={t('channels.target')}>
        <Input name="target" required maxLength={500} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t('channels.locale')}>
        <Select name="locale" defaultValue="en">
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {LOCALE_NAMES[locale]}
            </option>
          ))}
        </Select>
      </Field>
      <DeedButton look="primary" className="h-9">
        {t('channels.add')}
      </DeedButton>
      <p className="col-span-full text-xs text-ink-2">{t('channels.about')}</p>
    </DeedForm>
  );
}
