import { RAILS } from '@/lib/reconciliation/leg';
import type { Rule, RuleSettings } from '@/lib/reconciliation/match';

type Words = {
  readonly label: string;
  /** What must be the same; stands after "where". */
  readonly same: string;
  /** What else must hold; stands after the sameness. */
  readonly and: string;
  /** Whether days count: an id that names one payment for good needs none. */
  readonly hasWindow: boolean;
};

const EXACT = 'the amount is exact, or explained to the last digit';
const ALONE = 'the amount is exact, and neither side has another that fits';

export const RULE_WORDS = {
  e2e: { label: 'End-to-end id', same: 'the end-to-end id', and: EXACT, hasWindow: false },
  clave: { label: 'Clave de rastreo', same: 'the clave de rastreo', and: EXACT, hasWindow: true },
  hash: { label: 'Transaction hash', same: 'the hash and its network', and: EXACT, hasWindow: false },
  return: {
    label: 'Return',
    same: 'the return id, or the end-to-end id of what came back,',
    and: EXACT,
    hasWindow: false,
  },
  account: { label: 'Account', same: 'the CLABE, CBU or CVU', and: ALONE, hasWindow: true },
  tax_id: { label: 'Tax id', same: 'the tax id', and: ALONE, hasWindow: true },
  similar: { label: 'Likeness', same: 'the amount', and: 'name, text or reference look alike', hasWindow: true },
} as const satisfies Record<Rule, Words>;

/** A piece of the sentence; what can be set, or is compared, stands out. */
export type Piece = { readonly text: string; readonly isStrong: boolean };

/** "where **the clave de rastreo** is the same and **the amount is exact…**, on **SPEI**, within **1 day**". */
export function sentenceOf(rule: Rule, { rails, windowDays }: Pick<RuleSettings, 'rails' | 'windowDays'>): Piece[] {
  const { same, and, hasWindow } = RULE_WORDS[rule];
  const plain = (text: string): Piece => ({ text, isStrong: false });
  const strong = (text: string): Piece => ({ text, isStrong: true });
  const isEvery = rails.length === Object.keys(RAILS).length;
  const where = isEvery ? 'every rail' : rails.map((rail) => RAILS[rail]).join(', ');
  return [
    plain('where '),
    strong(same),
    plain(' is the same and '),
    strong(and),
    plain(', on '),
    strong(where),
    ...(hasWindow ? [plain(', within '), strong(windowText(windowDays))] : [plain(', on '), strong('any day')]),
  ];
}

export function windowText(days: number): string {
  return days === 0 ? 'the same day' : days === 1 ? '1 day' : `${days} days`;
}
