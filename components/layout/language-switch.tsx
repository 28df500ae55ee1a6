import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { LOCALE_NAMES, LOCALES } from '@/lib/language/locales';
import { localeOf } from '@/lib/language/region';
import { MenuItem } from './menu';

type Props = { readonly choose: (data: FormData) => Promise<void>; readonly className?: string };

/** The languages as choices of a menu. Each posts a form, so that it needs no script; each is named in itself. */
export function LanguageChoices({ choose, className }: Props) {
  const t = useTranslations('frame');
  const current = localeOf(useLocale());
  return (
    <form action={choose} aria-label={t('language')} className={classNames('py-1', className)}>
      <p className="px-2.5 pt-1 pb-1 text-xs text-ink-2">{t('language')}</p>
      {LOCALES.map((locale) => (
        <MenuItem key={locale} type="submit" name="locale" value={locale} lang={locale} isCurrent={locale === current}>
          {LOCALE_NAMES[locale]}
        </MenuItem>
      ))}
    </form>
  );
}

/** The same in one line, for pages without the frame. */
export function LanguageBar({ choose, className }: Props) {
  const t = useTranslations('frame');
  const current = localeOf(useLocale());
  return (
    <form
      action={choose}
      aria-label={t('language')}
      className={classNames('flex flex-wrap items-center justify-center gap-x-1', className)}
    >
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className={classNames(
            'cursor-pointer rounded-md px-2 py-1 text-xs text-ink-2 hover:bg-sunken hover:text-ink',
            locale === current && 'font-semibold text-ink',
          )}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
