import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleQuestionMark,
  CircleX,
  Coins,
  CornerDownLeft,
  ListChecks,
  type LucideIcon,
  Repeat2,
  RotateCcw,
  Undo2,
} from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { EventType, PaymentEvent } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';

export type Look = { readonly words: string; readonly icon: LucideIcon; readonly tone: Tone };

/** What happened, in plain words; the provider's own word stands beside it. */
export const EVENT_LOOKS = {
  Requested: { words: 'Requested', icon: CircleDashed, tone: 'neutral' },
  Started: { words: 'In progress', icon: CircleDotDashed, tone: 'progress' },
  Blocked: { words: 'Blocked by a limit', icon: Ban, tone: 'caution' },
  Completed: { words: 'Completed', icon: CircleCheck, tone: 'positive' },
  Failed: { words: 'Failed', icon: CircleX, tone: 'negative' },
  Cancelled: { words: 'Cancelled', icon: CircleX, tone: 'negative' },
  Returned: { words: 'Cancelled, money returned', icon: CornerDownLeft, tone: 'neutral' },
  Reversed: { words: 'Reversed', icon: RotateCcw, tone: 'negative' },
  TokensReceived: { words: 'Tokens received', icon: Coins, tone: 'positive' },
  HashReplaced: { words: 'Sent again under another hash', icon: Repeat2, tone: 'caution' },
  RefundReported: { words: 'Refund reported', icon: Undo2, tone: 'progress' },
  Listed: { words: 'Named in a list', icon: ListChecks, tone: 'neutral' },
  Unrecognised: { words: 'Not understood', icon: CircleQuestionMark, tone: 'caution' },
} as const satisfies Record<EventType, Look>;

export const REFUND_LOOKS = {
  pending: { words: 'Pending', icon: CircleDashed, tone: 'neutral' },
  processing: { words: 'In progress', icon: CircleDotDashed, tone: 'progress' },
  completed: { words: 'Completed', icon: CircleCheck, tone: 'positive' },
  failed: { words: 'Failed', icon: CircleX, tone: 'negative' },
} as const satisfies Record<RefundStatus, Look>;

const REFUND_NEWS = {
  pending: 'Refund requested',
  processing: 'Refund in progress',
  completed: 'Refund completed',
  failed: 'Refund failed',
} as const satisfies Record<RefundStatus, string>;

export type Headline = Look & {
  /** The provider's own word for just this: the refund's where the refund is the news. */
  readonly providerWord: string | null;
};

/**
 * The headline of an event. Where the original stayed as it was and only its refund moved on, the refund is the news:
 * a provider that repeats FAILED with every step would otherwise seem to fail again and again.
 */
export function headlineOf(event: PaymentEvent, isOriginalChanged: boolean): Headline {
  const look = EVENT_LOOKS[event.type];
  const { status, providerStatus } = event.facts.refund ?? {};
  if (!status) return { ...look, providerWord: event.providerStatus };
  if (!isOriginalChanged || event.type === 'RefundReported') {
    const words = REFUND_NEWS[status];
    return { ...REFUND_LOOKS[status], words, icon: Undo2, providerWord: providerStatus ?? event.providerStatus };
  }
  const words = event.type === 'Returned' ? look.words : `${look.words}; ${REFUND_NEWS[status].toLowerCase()}`;
  return { ...look, words, providerWord: event.providerStatus };
}
