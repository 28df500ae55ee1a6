import { type Said, said } from '@/lib/language/said';
import { RULES } from '@/lib/reconciliation/match';
import { REASON_NAMES } from '@/lib/reconciliation/reason';
import type { RunFigures } from '@/lib/reconciliation/view';

/** The words of what was left over, for a reason or `none`. */
export function leftSaid(reason: string): Said {
  const known = REASON_NAMES.find((name) => name === reason);
  return known ? said(`reasons.reason.${known}.label`) : said('rules.figure.noReason');
}

/** The figures of a difference as people read them: "Matched by End-to-end id", "Lines left: Late". */
export function differenceSaid(name: string): Said | string {
  const [, side, left] = /^(lines|legs) left: (\S+)$/.exec(name) ?? [];
  if (side && left) {
    const reason = leftSaid(left);
    return side === 'lines'
      ? said('rules.difference.linesLeft', { reason })
      : said('rules.difference.legsLeft', { reason });
  }
  const rule = RULES.find((one) => name === `matched by ${one}`);
  if (rule) return said('rules.difference.matchedBy', { rule: said(`rules.label.${rule}`) });
  if (name === 'legs in') return said('rules.difference.legsIn');
  return name === 'lines in' ? said('rules.difference.linesIn') : name;
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
