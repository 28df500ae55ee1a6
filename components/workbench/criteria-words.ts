import type { Tone } from '@/components/ui/tone';
import type { Translator } from '@/lib/language/catalogue';
import { type Reader, spoken } from '@/lib/language/said';
import type { CriterionView, Strength } from '@/lib/reconciliation/view';

/** How a verdict is written: a sign for the eye; those who listen hear a sentence. */
export const VERDICT_LOOKS = {
  agrees: { sign: '✓', className: 'bg-positive-soft text-positive border-positive/20' },
  near: { sign: '~', className: 'bg-caution-soft text-caution border-caution/25' },
  differs: {
    sign: '✗',
    className: 'bg-negative-soft text-negative border-negative/20 underline decoration-2 underline-offset-2',
  },
  unknown: { sign: '–', className: 'bg-sunken text-ink-2 border-line' },
} as const satisfies Record<CriterionView['verdict'], { sign: string; className: string }>;

/** Strength is told in words, never as a percentage; its words are messages of the room. */
export const STRENGTH_TONES = {
  proven: 'positive',
  unique: 'progress',
  similar: 'caution',
} as const satisfies Record<Strength, Tone>;

/** "amount ✓", "1 day later": a criterion, short enough for a strip. */
export function criterionText(
  { criterion, verdict, gap }: CriterionView,
  t: Translator<'workbench'>,
  reader: Reader,
): string {
  const off = gap && spoken(gap, reader);
  const label = t(`criterion.${criterion}`);
  if (criterion === 'day' && off) return off;
  if (verdict === 'near' && off) return t('short.off', { criterion: label, off });
  return t('short.sign', { criterion: label, sign: VERDICT_LOOKS[verdict].sign });
}

/** The same as a sentence: "amount differs, 12.00 less". */
export function criterionSentence(
  { criterion, verdict, gap }: CriterionView,
  t: Translator<'workbench'>,
  reader: Reader,
): string {
  const told = t(`verdict.${verdict}`, { criterion: t(`criterion.${criterion}`) });
  return gap ? t('verdictBy', { verdict: told, off: spoken(gap, reader) }) : told;
}

/** What nobody knows says nothing, and neither does a direction or a currency that is as it must be. */
export function isWorthTelling({ criterion, verdict }: CriterionView): boolean {
  if (verdict === 'unknown') return false;
  return verdict !== 'agrees' || (criterion !== 'direction' && criterion !== 'currency');
}
