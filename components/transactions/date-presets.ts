import { TZDate } from '@date-fns/tz';
import { format, startOfMonth, subDays, subMonths } from 'date-fns';
import type { TimeZone } from '@/lib/time-zones';

export type DatePreset = { readonly label: string; readonly occurred_from: string; readonly occurred_to: string };

/** The ranges people ask for most, as whole days on the zone's calendar. */
export function datePresets(now: Date, zone: TimeZone): DatePreset[] {
  const today = new TZDate(+now, zone);
  const day = (date: Date) => format(date, 'yyyy-MM-dd');
  const lastMonth = startOfMonth(subMonths(today, 1));
  const ranges: [string, Date, Date][] = [
    ['Today', today, today],
    ['Yesterday', subDays(today, 1), subDays(today, 1)],
    ['Last 7 days', subDays(today, 6), today],
    ['This month', startOfMonth(today), today],
    ['Last month', lastMonth, subDays(startOfMonth(today), 1)],
  ];
  return ranges.map(([label, from, to]) => ({ label, occurred_from: day(from), occurred_to: day(to) }));
}
