import { TZDate } from '@date-fns/tz';
import { format, startOfMonth, subDays, subMonths } from 'date-fns';
import type { TimeZone } from '@/lib/time-zones';

type PresetName = 'today' | 'yesterday' | 'lastDays' | 'thisMonth' | 'lastMonth';
/** Its words are a message: `filters.preset`. */
export type DatePreset = { readonly name: PresetName; readonly occurred_from: string; readonly occurred_to: string };

/** The ranges people ask for most, as whole days on the zone's calendar. */
export function datePresets(now: Date, zone: TimeZone): DatePreset[] {
  const today = new TZDate(+now, zone);
  const day = (date: Date) => format(date, 'yyyy-MM-dd');
  const lastMonth = startOfMonth(subMonths(today, 1));
  const ranges: [PresetName, Date, Date][] = [
    ['today', today, today],
    ['yesterday', subDays(today, 1), subDays(today, 1)],
    ['lastDays', subDays(today, 6), today],
    ['thisMonth', startOfMonth(today), today],
    ['lastMonth', lastMonth, subDays(startOfMonth(today), 1)],
  ];
  return ranges.map(([name, from, to]) => ({ name, occurred_from: day(from), occurred_to: day(to) }));
}
