import type { LinkTab } from '@/components/ui/link-tabs';
import type { Translator } from '@/lib/language/catalogue';
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
export function exceptionViews(
  { viewer, today }: Pick<Asked, 'viewer' | 'today'>,
  t: Translator<'exceptions'>,
): readonly { label: string; filters: ExceptionFilters }[] {
  const view = (label: string, change: Partial<ExceptionFilters>) => ({
    label,
    filters: { ...NO_EXCEPTION_FILTERS, ...change },
  });
  return [
    view(t('view.all'), {}),
    view(t('view.mine'), { owner: viewer }),
    view(t('view.unowned'), { owner: 'nobody' }),
    view(t('view.due'), { state: TO_DO, to: addDays(today, -LIMIT_DAYS) }),
    view(t('view.waiting'), { state: ['waiting'] }),
    view(t('view.resolved'), { state: ['resolved'] }),
  ];
}

type Asked = { readonly query: ExceptionQuery; readonly viewer: string; readonly today: string };

/** The shipped views as tabs that keep the order; the last groups what is asked by reason. */
export function exceptionTabs(asking: Asked, path: ExceptionsPath, t: Translator<'exceptions'>): LinkTab[] {
  const { query } = asking;
  const asked = writeViewQuery(EXCEPTION_LIST, { filters: query.filters }).toString();
  const isGrouped = path === BY_REASON;
  const views = exceptionViews(asking, t).map(({ label, filters }) => ({
    label,
    href: exceptionsHref({ ...query, cursor: null, filters }),
    isCurrent: !isGrouped && writeViewQuery(EXCEPTION_LIST, { filters }).toString() === asked,
  }));
  const grouped = exceptionsHref({ filters: isGrouped ? query.filters : { ...query.filters, reason: [] } }, BY_REASON);
  return [...views, { label: t('view.byReason'), href: grouped, isCurrent: isGrouped }];
}
