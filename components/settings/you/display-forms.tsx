'use client';

import { useTranslations } from 'next-intl';
import { ZoneOptions } from '@/components/statements/zone-options';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { LOCALE_NAMES, LOCALES } from '@/lib/language/locales';
import type { TimeZone } from '@/lib/time-zones';

type Post = (data: FormData) => Promise<void>;
type Props = {
  /** What was chosen; `null` follows the browser. */
  readonly locale: string | null;
  readonly zone: TimeZone;
  readonly chooseLanguage: Post;
  readonly chooseZone: Post;
};

const ROW = 'grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3';

/** The language that goes with the person, and the clock of this browser. */
export function DisplayForms({ locale, zone, chooseLanguage, chooseZone }: Props) {
  const t = useTranslations('you');
  return (
    <div className="space-y-3">
      <form action={chooseLanguage} className={ROW}>
        <Field label={t('display.language')}>
          <Select name="locale" defaultValue={locale ?? ''} key={locale}>
            <option value="">{t('display.browser')}</option>
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LOCALE_NAMES[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" aria-label={`${t('save')}: ${t('display.language')}`}>
          {t('save')}
        </Button>
      </form>
      <form action={chooseZone} className={ROW}>
        <Field label={t('display.zone')}>
          <Select name="tz" defaultValue={zone} key={zone}>
            <ZoneOptions />
          </Select>
        </Field>
        <Button type="submit" aria-label={`${t('save')}: ${t('display.zone')}`}>
          {t('save')}
        </Button>
      </form>
    </div>
  );
}
