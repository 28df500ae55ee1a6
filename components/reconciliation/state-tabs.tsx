import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { LinkTabs } from '@/components/ui/link-tabs';
import { formatCount } from '@/lib/format';
import type { Rail } from '@/lib/reconciliation/leg';
import type { StateCounts } from '@/lib/reconciliation/view';
import type { LegQuery } from '@/lib/reconciliation/view-query';
import { legsHref } from './rail-links';
import { STATES } from './state-badge';

type Props = { readonly rail: Rail; readonly query: LegQuery; readonly states: StateCounts };

/** How many legs of the filter stand in each state, each the way to them. */
export function StateTabs({ rail, query, states }: Props) {
  const t = useTranslations('reconciliation');
  const legs = useTranslations('legs');
  const region = useRegion();
  const { state } = query.filters;
  const all = STATES.reduce((sum, one) => sum + states[one], 0);
  const tabs = [
    {
      href: legsHref(rail, query, { filters: { state: [] } }),
      label: t('states.all'),
      isCurrent: state.length === 0,
      count: formatCount(all, region),
    },
    ...STATES.map((one) => ({
      href: legsHref(rail, query, { filters: { state: [one] } }),
      label: legs(`state.${one}`),
      isCurrent: state.length === 1 && state[0] === one,
      count: formatCount(states[one], region),
    })),
  ];
  return <LinkTabs tabs={tabs} label={t('states.label')} className="shrink-0" />;
}
