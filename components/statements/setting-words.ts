import { useTranslations } from 'next-intl';
import type { Profile } from '@/lib/statements/profile';

type SettingWords = {
  readonly [Name in 'encoding' | 'delimiter' | 'decimal' | 'dateOrder']: Record<Profile[Name], string>;
};

/** The settings of a profile in words, by their values. */
export function useSettingWords(): SettingWords {
  const t = useTranslations('statements');
  return {
    encoding: {
      'utf-8': t('setting.encoding.utf-8'),
      'windows-1252': t('setting.encoding.windows-1252'),
      'iso-8859-1': t('setting.encoding.iso-8859-1'),
      'utf-16le': t('setting.encoding.utf-16le'),
    },
    delimiter: {
      ',': t('setting.delimiter.comma'),
      ';': t('setting.delimiter.semicolon'),
      '|': t('setting.delimiter.bar'),
      '\t': t('setting.delimiter.tab'),
    },
    decimal: { '.': t('setting.decimal.point'), ',': t('setting.decimal.comma') },
    dateOrder: {
      dmy: t('setting.dateOrder.dmy'),
      mdy: t('setting.dateOrder.mdy'),
      ymd: t('setting.dateOrder.ymd'),
    },
  };
}
