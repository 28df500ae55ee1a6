import { useRegion } from '@/components/language/reader';
import { formatInstant } from '@/lib/format';

/** A bank's local day, YYYY-MM-DD, as people read it: "14 Mar 2026". It has no time and no zone. */
export function Day({ day }: { readonly day: string }) {
  const region = useRegion();
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {formatInstant(`${day}T00:00:00Z`, 'UTC', region).date}
    </time>
  );
}
