import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { LinkTab } from '@/components/ui/link-tabs';
import type { Translator } from '@/lib/language/catalogue';
import { BOARD_COLUMNS } from '@/lib/refunds/refund';
import { NO_REFUND_FILTERS, type RefundFilters, type RefundQuery, writeRefundQuery } from '@/lib/refunds/refund-query';
import type { TimeZone } from '@/lib/time-zones';
import { refundsHref } from './refund-links';

/** Every stage of what has not come back. */
export const OPEN_COLUMNS = BOARD_COLUMNS.filter((column) => column !== 'returned');

/** The questions people ask most, each nothing but a filter. `today` is a day of `tz`. */
export function shippedViews(
  today: string,
  tz: TimeZone,
  t: Translator<'refunds'>,
): readonly { label: string; filters: RefundFilters }[] {
  const view = (label: string, change: Partial<RefundFilters>) => ({
    label,
    filters: { ...NO_REFUND_FILTERS, ...change },
  });
  return [
    view(t('tab.all'), {}),
    view(t('tab.open'), { column: OPEN_COLUMNS }),
    view(t('tab.stuck'), { column: ['stuck'] }),
    view(t('tab.late'), { column: ['late'] }),
    view(t('tab.idMissing'), { id_missing: true }),
    view(t('tab.returnedToday'), { column: ['returned'], ended_from: today, tz }),
    view(t('tab.oneSided'), { provider: ['ripio'], one_sided: true }),
    view(t('tab.partlyReversed'), { provider: ['brla'], partial: true }),
  ];
}

/** The shipped views as tabs that keep board or table, order and environment. */
export function viewTabs(query: RefundQuery, zone: TimeZone, now: Date, t: Translator<'refunds'>): LinkTab[] {
  const { environment } = query.filters;
  const asked = writeRefundQuery({ filters: query.filters }).toString();
  return shippedViews(format(new TZDate(+now, zone), 'yyyy-MM-dd'), zone, t).map(({ label, filters }) => {
    const own = { ...filters, environment };
    return {
      label,
      href: refundsHref({ ...query, cursor: null, filters: own }),
      isCurrent: writeRefundQuery({ filters: own }).toString() === asked,
    };
  });
}
