import { CircleCheck, CircleSlash, Copy, Landmark, type LucideIcon, Percent, Scale, TriangleAlert } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { RowClass } from '@/lib/statements/imported';

/** How each class of a file’s rows looks. */
export const CLASS_LOOKS = {
  accepted: { tone: 'positive', icon: CircleCheck },
  fee: { tone: 'progress', icon: Landmark },
  tax: { tone: 'progress', icon: Percent },
  balance: {
    tone: 'neutral',
    icon: Scale,
  },
  duplicate: { tone: 'caution', icon: Copy },
  unreadable: { tone: 'negative', icon: TriangleAlert },
  note: { tone: 'neutral', icon: CircleSlash },
} as const satisfies Record<RowClass, { tone: Tone; icon: LucideIcon }>;
