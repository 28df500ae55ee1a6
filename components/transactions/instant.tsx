import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { classNames } from '@/components/ui/class-names';
import { formatInstant } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';

type Props = { readonly at: string | Date | null; readonly zone: TimeZone; readonly className?: string };

/** An instant on the chosen zone's clock; the title gives UTC with every digit. */
export function Instant({ at, zone, className }: Props) {
  const t = useTranslations('words');
  const region = useRegion();
  if (at === null) return <span className={classNames('text-ink-3', className)}>{t('notTold')}</span>;
  const { date, time, title } = formatInstant(at, zone, region);
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
