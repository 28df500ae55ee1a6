import { Ban, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { ExportRecord, ExportState } from '@/lib/exports/export';
import { formatCount } from '@/lib/format';

type Look = { readonly label: string; readonly tone: Tone; readonly icon: LucideIcon };

export const EXPORT_LOOKS = {
  queued: { label: 'Waiting', tone: 'neutral', icon: Clock },
  running: { label: 'Being written', tone: 'progress', icon: LoaderCircle },
  done: { label: 'Done', tone: 'positive', icon: CircleCheck },
  failed: { label: 'Failed', tone: 'negative', icon: CircleX },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: Ban },
} as const satisfies Record<ExportState, Look>;

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size for people: "4.3 MB". */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

/** How far a file is: "40,000 of 120,000 rows". */
export function progressText({ rowsWritten, rowsExpected, state }: ExportRecord): string {
  const rows = formatCount(rowsWritten);
  if (rowsExpected === null || state === 'done') return rowsWritten === 1 ? '1 row' : `${rows} rows`;
  return `${rows} of ${formatCount(rowsExpected)} rows`;
}
