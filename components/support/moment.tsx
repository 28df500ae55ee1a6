import { formatInstant } from '@/lib/format';
import type { Region } from '@/lib/language/region';
import type { TimeZone } from '@/lib/time-zones';

/** How the reader has moments and amounts written: their clock, and the habits of their language. */
export type Reader = { readonly zone: TimeZone; readonly region: Region };

/** A moment as the reader writes it; the title gives UTC with every digit. */
export function Moment({ at, reader: { zone, region } }: { readonly at: string | Date; readonly reader: Reader }) {
  const { text, title } = formatInstant(at, zone, region);
  return (
    <time
      dateTime={typeof at === 'string' ? at : at.toISOString()}
      title={title}
      className="whitespace-nowrap tabular-nums"
    >
      {text}
    </time>
  );
}
