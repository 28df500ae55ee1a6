import type { Tone } from '@/components/ui/tone';
import { type Reader, spoken } from '@/lib/language/said';
import type { CriterionView, Strength } from '@/lib/reconciliation/view';

export const CRITERION_LABELS = {
  id: 'id',
  account: 'account',
  tax_id: 'tax id',
  amount: 'amount',
  currency: 'currency',
  day: 'day',
  direction: 'direction',
  name: 'name',
} as const satisfies Record<CriterionView['criterion'], string>;

/** How a verdict is written: a sign for the eye, a word for those who listen. */
export const VERDICT_LOOKS = {
  agrees: { sign: '✓', words: 'agrees', className: 'bg-positive-soft text-positive border-positive/20' },
  near: { sign: '~', words: 'is near', className: 'bg-caution-soft text-caution border-caution/25' },
  differs: {
    sign: '✗',
    words: 'differs',
    className: 'bg-negative-soft text-negative border-negative/20 underline decoration-2 underline-offset-2',
  },
  unknown: { sign: '–', words: 'is not known', className: 'bg-sunken text-ink-2 border-line' },
} as const satisfies Record<CriterionView['verdict'], { sign: string; words: string; className: string }>;

/** Strength in words, never as a percentage. */
export const STRENGTH_LOOKS = {
  proven: { words: 'Proven', tone: 'positive', means: 'The rail id is the same on both sides' },
  unique: { words: 'Unique', tone: 'progress', means: 'Account or tax id, amount and day agree, and with no other' },
  similar: { words: 'Similar', tone: 'caution', means: 'Amount and day agree; nothing names the payment' },
} as const satisfies Record<Strength, { words: string; tone: Tone; means: string }>;

/** "amount ✓", "1 day later": a criterion, short enough for a strip. */
export function criterionText({ criterion, verdict, gap }: CriterionView, reader: Reader): string {
  const label = CRITERION_LABELS[criterion];
  const off = gap && spoken(gap, reader);
  if (criterion === 'day' && off) return off;
  if (verdict === 'near' && off) return `${label} ${off}`;
  return `${label} ${VERDICT_LOOKS[verdict].sign}`;
}

/** The same as a sentence: "amount differs, 12.00 less". */
export function criterionSentence({ criterion, verdict, gap }: CriterionView, reader: Reader): string {
  const off = gap && spoken(gap, reader);
  return `${CRITERION_LABELS[criterion]} ${VERDICT_LOOKS[verdict].words}${off ? `, ${off}` : ''}`;
}

/** What nobody knows says nothing, and neither does a direction or a currency that is as it must be. */
export function isWorthTelling({ criterion, verdict }: CriterionView): boolean {
  if (verdict === 'unknown') return false;
  return verdict !== 'agrees' || (criterion !== 'direction' && criterion !== 'currency');
}
