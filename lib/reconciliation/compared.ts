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
      { criterion: 'currency', verdict: CURRENCY[criteria.currency], off: null },
      { criterion: 'day', ...dayView(criteria.day) },
      { criterion: 'direction', verdict: criteria.direction === 'same' ? 'agrees' : 'differs', off: null },
      { criterion: 'name', verdict: NAME[criteria.name], off: null },
    ],
  };
}

type Seen = Omit<CriterionView, 'criterion'>;

const CURRENCY = { same: 'agrees', differs: 'differs', unknown: 'unknown' } as const;
const NAME = { similar: 'agrees', different: 'differs', silent: 'unknown' } as const;
const ID = { agrees: 'agrees', contradicts: 'differs', hidden: 'unknown', silent: 'unknown' } as const;

function idView({ verdict, line, leg }: Compared): Seen {
  return { verdict: ID[verdict], off: verdict === 'contradicts' ? `${line} and ${leg}` : null };
}

function amountView({ verdict, difference }: Criteria['amount']): Seen {
  if (verdict === 'unknown') return { verdict: 'unknown', off: null };
  if (verdict === 'equal') return { verdict: 'agrees', off: null };
  if (difference === null) return { verdict: 'differs', off: null };
  const off = difference.startsWith('-') ? `${difference.slice(1)} less` : `${difference} more`;
  return { verdict: verdict === 'explained' ? 'near' : 'differs', off };
}

function dayView({ verdict, days }: Criteria['day']): Seen {
  if (verdict === 'same') return { verdict: 'agrees', off: null };
  const count = Math.abs(days);
  return {
    verdict: verdict === 'inside' ? 'near' : 'differs',
    off: `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`,
  };
}
