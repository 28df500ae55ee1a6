import type { LinkTab } from '@/components/ui/link-tabs';
import { addDays } from '@/lib/reconciliation/local-day';
import type { ExceptionState } from '@/lib/reconciliation/reason';
import {
  EXCEPTION_LIST,
  type ExceptionFilters,
  type ExceptionQuery,
  writeViewQuery,
} from '@/lib/reconciliation/view-query';
import { BY_REASON, type ExceptionsPath, exceptionsHref, NO_EXCEPTION_FILTERS } from './exception-links';
import { LIMIT_DAYS } from './exception-words';

/** What somebody still has to do something about. */
const TO_DO = ['open', 'in_work'] as const satisfies readonly ExceptionState[];

/** The questions people ask most, each nothing but a filter. `today` is a day, YYYY-MM-DD. */
export function exceptionViews(viewer: string, today: string): readonly { label: string; filters: ExceptionFilters }[] {
  const view = (label: string, change: Partial<ExceptionFilters>) => ({
    label,
    filters: { ...NO_EXCEPTION_FILTERS, ...change },
  });
  return [
    view('All open', {}),
    view('Mine', { owner: viewer }),
    view('Unowned', { owner: 'nobody' }),
    view('Due today', { state: TO_DO, to: addDays(today, -LIMIT_DAYS) }),
    view('Waiting', { state: ['waiting'] }),
    view('Resolved', { state: ['resolved'] }),
  ];
}

type Asked = { readonly query: ExceptionQuery; readonly viewer: string; readonly today: string };

/** The shipped views as tabs that keep the order; the last groups what is asked by reason. */
export function exceptionTabs({ query, viewer, today }: Asked, path: ExceptionsPath): LinkTab[] {
  const asked = writeViewQuery(EXCEPTION_LIST, { filters: query.filters }).toString();
  const isGrouped = path === BY_REASON;
  const views = exceptionViews(viewer, today).map(({ label, filters }) => ({
    label,
    href: exceptionsHref({ ...query, cursor: null, filters }),
    isCurrent: !isGrouped && writeViewQuery(EXCEPTION_LIST, { filters }).toString() === asked,
  }));
  const grouped = exceptionsHref({ filters: isGrouped ? query.filters : { ...query.filters, reason: [] } }, BY_REASON);
  return [...views, { label: 'By reason', href: grouped, isCurrent: isGrouped }];
}
