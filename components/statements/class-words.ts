import { CircleCheck, CircleSlash, Copy, Landmark, type LucideIcon, Percent, Scale, TriangleAlert } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { RowClass } from '@/lib/statements/imported';

/** How each class of a file's rows looks, and what it means. */
export const CLASS_WORDS = {
  accepted: { tone: 'positive', icon: CircleCheck, explanation: 'A payment that is new to the account' },
  fee: { tone: 'progress', icon: Landmark, explanation: 'The bank’s own fee: kept, and never matched with a payment' },
  tax: { tone: 'progress', icon: Percent, explanation: 'A tax on the account: kept, and never matched with a payment' },
  balance: {
    tone: 'neutral',
    icon: Scale,
    explanation: 'A row that states a balance: it moves nothing and is not kept',
  },
  duplicate: { tone: 'caution', icon: Copy, explanation: 'An earlier statement of the account has this line already' },
  unreadable: { tone: 'negative', icon: TriangleAlert, explanation: 'There is a line, and it cannot be read' },
  note: { tone: 'neutral', icon: CircleSlash, explanation: 'Headings, blank rows, footers' },
} as const satisfies Record<RowClass, { tone: Tone; icon: LucideIcon; explanation: string }>;
