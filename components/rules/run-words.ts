import { RULES } from '@/lib/reconciliation/match';
import { REASONS } from '@/lib/reconciliation/reason';
import type { RunFigures } from '@/lib/reconciliation/view';
import { RULE_WORDS } from './rule-words';

/** The words of what was left over, for a reason or `none`. */
export function leftLabel(reason: string): string {
  const known = Object.entries(REASONS).find(([name]) => name === reason);
  return known ? known[1].label : 'Expected or proposed, no exception';
}

/** The figures of a difference as people read them: "Matched by End-to-end id", "Lines left: Late". */
export function differenceLabel(name: string): string {
  const [, side, reason] = /^(lines|legs) left: (\S+)$/.exec(name) ?? [];
  if (side && reason) return `${side === 'lines' ? 'Lines' : 'Payments'} left: ${leftLabel(reason)}`;
  const rule = RULES.find((one) => name === `matched by ${one}`);
  if (rule) return `Matched by ${RULE_WORDS[rule].label}`;
  return name === 'legs in' ? 'Payments in' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a run matched, by all rules. */
export function matchedOf({ matched }: RunFigures): { readonly lines: number; readonly legs: number } {
  return Object.values(matched).reduce(
    (sum, { lines, legs }) => ({ lines: sum.lines + lines, legs: sum.legs + legs }),
    { lines: 0, legs: 0 },
  );
}

export function leftOf(left: RunFigures['linesLeft']): number {
  return Object.values(left).reduce((sum, count) => sum + count, 0);
}
