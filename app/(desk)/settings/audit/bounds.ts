import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import type { AuditBounds } from '@/lib/audit/list.store';
import type { AuditFilters } from '@/lib/audit/query';
import type { TimeZone } from '@/lib/time-zones';

/** Filters in whose place a token may stand. */
export const KEPT_FILTERS = ['who', 'object', 'address'] as const satisfies readonly (keyof AuditFilters)[];

/** The filters with their days as instants on a person's clock: the last day belongs to it. */
export function boundsOf({ from, to, ...filters }: AuditFilters, zone: TimeZone): AuditBounds {
  const begin = (day: string, more: number) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(+addDays(startOfDay(new TZDate(year, month - 1, date, zone)), more));
  };
  return { ...filters, since: from === null ? null : begin(from, 0), until: to === null ? null : begin(to, 1) };
}
