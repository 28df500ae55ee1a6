import { CircleCheck, CircleDotDashed, CircleQuestionMark, Copy, type LucideIcon } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Outcome } from '@/lib/events/delivery';
import type { Result } from '@/lib/events/received';
import { RESULT_WORDS } from './delivery-words';

const ICONS = {
  event: CircleCheck,
  duplicate: Copy,
  unrecognised: CircleQuestionMark,
  waiting: CircleDotDashed,
} as const satisfies Record<Result, LucideIcon>;

/** What was made of a delivery; `null` while it waits to be read. */
export function ResultBadge({ outcome }: { readonly outcome: Outcome | null }) {
  const result = outcome ?? 'waiting';
  const { label, explanation, tone } = RESULT_WORDS[result];
  return (
    <Badge icon={ICONS[result]} tone={tone} title={explanation}>
      {label}
    </Badge>
  );
}
