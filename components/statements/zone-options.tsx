import { useTranslations } from 'next-intl';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';

/** The clocks to choose from, by their cities. */
export function ZoneOptions() {
  const t = useTranslations('frame');
  return (Object.keys(TIME_ZONES) as TimeZone[]).map((zone) => (
    <option key={zone} value={zone}>
      {t(`zone.names.${zone}`)}
    </option>
  ));
}
