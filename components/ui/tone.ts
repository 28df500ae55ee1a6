/** What a colour says. Always beside an icon or a word, never alone. */
export type Tone = 'neutral' | 'progress' | 'positive' | 'caution' | 'negative';

export const TONE_TEXT = {
  neutral: 'text-ink-2',
  progress: 'text-progress',
  positive: 'text-positive',
  caution: 'text-caution',
  negative: 'text-negative',
} as const satisfies Record<Tone, string>;

export const TONE_SOFT = {
  neutral: 'bg-sunken text-ink-2 border-line',
  progress: 'bg-progress-soft text-progress border-progress/20',
  positive: 'bg-positive-soft text-positive border-positive/20',
  caution: 'bg-caution-soft text-caution border-caution/25',
  negative: 'bg-negative-soft text-negative border-negative/20',
} as const satisfies Record<Tone, string>;
