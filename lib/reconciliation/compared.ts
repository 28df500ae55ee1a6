import { said } from '@/lib/language/said';
import type { StatementLine } from '@/lib/statements/statement';
import { type Criteria, type Strength as Judged, judge } from './judge';
import type { Compared } from './judge-ids';
import type { Leg } from './leg';
import type { CriterionView, Strength } from './view';

/** How a line and a leg compare, criterion by criterion, as the workbench shows it. */
export function compared(
  line: StatementLine,
  leg: Leg,
  strength: Judged,
): { readonly strength: Strength | null; readonly criteria: readonly CriterionView[] } {
  const criteria = judge(line, leg);
  return {
    strength: strength === 'no' ? null : strength,
    criteria: [
      { criterion: 'id', ...idView(criteria.id) },
      { criterion: 'account', ...idView(criteria.account) },
      { criterion: 'tax_id', ...idView(criteria.taxId) },
      { criterion: 'amount', ...amountView(criteria.amount) },
      { criterion: 'currency', verdict: CURRENCY[criteria.currency], gap: null },
      { criterion: 'day', ...dayView(criteria.day) },
      { criterion: 'direction', verdict: criteria.direction === 'same' ? 'agrees' : 'differs', gap: null },
      { criterion: 'name', verdict: NAME[criteria.name], gap: null },
    ],
  };
}

type Seen = Omit<CriterionView, 'criterion'>;

const CURRENCY = { same: 'agrees', differs: 'differs', unknown: 'unknown' } as const;
const NAME = { similar: 'agrees', different: 'differs', silent: 'unknown' } as const;
const ID = { agrees: 'agrees', contradicts: 'differs', hidden: 'unknown', silent: 'unknown' } as const;

function idView({ verdict, line, leg }: Compared): Seen {
  return {
    verdict: ID[verdict],
    gap: verdict === 'contradicts' ? said('legs.gap.values', { line: line ?? '', leg: leg ?? '' }) : null,
  };
}

function amountView({ verdict, difference }: Criteria['amount']): Seen {
  if (verdict === 'unknown') return { verdict: 'unknown', gap: null };
  if (verdict === 'equal') return { verdict: 'agrees', gap: null };
  if (difference === null) return { verdict: 'differs', gap: null };
  const gap = difference.startsWith('-')
    ? said('legs.gap.less', { amount: { amount: difference.slice(1) } })
    : said('legs.gap.more', { amount: { amount: difference } });
  return { verdict: verdict === 'explained' ? 'near' : 'differs', gap };
}

function dayView({ verdict, days }: Criteria['day']): Seen {
  if (verdict === 'same') return { verdict: 'agrees', gap: null };
  const gap = days < 0 ? said('legs.gap.earlier', { days: -days }) : said('legs.gap.later', { days });
  return { verdict: verdict === 'inside' ? 'near' : 'differs', gap };
}
