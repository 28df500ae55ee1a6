import { TZDate } from '@date-fns/tz';
import { format, startOfMonth } from 'date-fns';
import { refundsHref } from '@/components/refunds/refund-links';
import type { Returned } from '@/components/refunds/refund-states';
import { NO_REFUND_FILTERS } from '@/lib/refunds/refund-query';
import { readReturned } from '@/lib/refunds/returned.store';
import type { PaneProps } from './pane';

/** How many came back this month on the reader's calendar, how fast, and the list of them. */
export async function returnedThisMonth({ read, zone, now }: PaneProps): Promise<Returned> {
  const filters = {
    ...NO_REFUND_FILTERS,
    environment: read.filters.environment,
    column: ['returned'] as const,
    ended_from: format(startOfMonth(new TZDate(+now, zone)), 'yyyy-MM-dd'),
    tz: zone,
  };
  return { ...(await readReturned(filters, now)), href: refundsHref({ filters, view: 'table' }) };
}
