import { Ban, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { ExportRecord, ExportState } from '@/lib/exports/export';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';

type Look = { readonly tone: Tone; readonly icon: LucideIcon };

/** How a state looks; its words are messages. */
export const EXPORT_LOOKS = {
  queued: { tone: 'neutral', icon: Clock },
  running: { tone: 'progress', icon: LoaderCircle },
  done: { tone: 'positive', icon: CircleCheck },
  failed: { tone: 'negative', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
} as const satisfies Record<ExportState, Look>;

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false } as const;

/** A size for people: "4.3 MB". */
export function sizeText(bytes: number, t: Translator<'exports'>, region: Region): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) [size, unit] = [size / 1000, unit + 1];
  const text = unit === 0 ? String(size) : size.toLocaleString(region, ONE_DECIMAL);
  return t(`size.${UNITS[unit] ?? 'bytes'}`, { size: text });
}

/** How far a file is: "40,000 of 120,000 rows". */
export function progressText({ rowsWritten, rowsExpected, state }: ExportRecord, t: Translator<'exports'>): string {
  return rowsExpected === null || state === 'done'
    ? t('progress.rows', { count: rowsWritten })
    : t('progress.of', { written: rowsWritten, expected: rowsExpected });
}
