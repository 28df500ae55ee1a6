import { useLocale } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { formatInstant } from '@/lib/format';
import { regionOf } from '@/lib/language/region';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly at: string | Date | null; readonly zone: TimeZone; readonly className?: string };

/** An instant on the chosen zone's clock; the title gives UTC with every digit. */
export function Instant({ at, zone, className }: Props) {
  const locale = useLocale();
  if (at === null) return <span className={classNames('text-ink-3', className)}>not told</span>;
  const { date, time, title } = formatInstant(at, zone, regionOf(locale, zone));
  return (
    <time
      dateTime={typeof at === 'string' ? at : at.toISOString()}
      title={title}
      className={classNames('whitespace-nowrap tabular-nums', className)}
    >
      <span>{date}</span>
      {time && <span className="text-ink-2">, {time}</span>}
    </time>
  );
}
