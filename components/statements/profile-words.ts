import type { Profile } from '@/lib/statements/profile';

/** The settings of a profile in words. */
export const ENCODING_LABELS = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO 8859-1 (Latin 1)',
  'utf-16le': 'UTF-16',
} as const satisfies Record<Profile['encoding'], string>;

export const DELIMITER_LABELS = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '|': 'Bar |',
  '\t': 'Tab',
} as const satisfies Record<Profile['delimiter'], string>;

export const DECIMAL_LABELS = {
  '.': 'Point: 1,234.56',
  ',': 'Comma: 1.234,56',
} as const satisfies Record<Profile['decimal'], string>;

export const DATE_ORDER_LABELS = {
  dmy: 'Day, month, year',
  mdy: 'Month, day, year',
  ymd: 'Year, month, day',
} as const satisfies Record<Profile['dateOrder'], string>;
