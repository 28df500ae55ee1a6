import { CircleCheck, CircleDotDashed, CircleQuestionMark, Copy, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { Outcome } from '@/lib/events/delivery';
import type { Result } from '@/lib/events/received';

const LOOKS = {
  event: { icon: CircleCheck, tone: 'positive' },
  duplicate: { icon: Copy, tone: 'neutral' },
  unrecognised: { icon: CircleQuestionMark, tone: 'caution' },
  waiting: { icon: CircleDotDashed, tone: 'progress' },
} as const satisfies Record<Result, { icon: LucideIcon; tone: Tone }>;

/** What was made of a delivery; `null` while it waits to be read. */
export function ResultBadge({ outcome }: { readonly outcome: Outcome | null }) {
  const t = useTranslations('deliveries');
  const result = outcome ?? 'waiting';
  const { icon, tone } = LOOKS[result];
  return (
    <Badge icon={icon} tone={tone} title={t(`result.${result}.explanation`)}>
      {t(`result.${result}.label`)}
    </Badge>
  );
}
