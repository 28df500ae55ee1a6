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
import { type Said, said } from '@/lib/language/said';

export type Look = { readonly icon: LucideIcon; readonly tone: Tone };

/** What happened; its words are the messages `payment.event`, and the provider's own word stands beside it. */
export const EVENT_LOOKS = {
  Requested: { icon: CircleDashed, tone: 'neutral' },
  Started: { icon: CircleDotDashed, tone: 'progress' },
  Blocked: { icon: Ban, tone: 'caution' },
  Completed: { icon: CircleCheck, tone: 'positive' },
  Failed: { icon: CircleX, tone: 'negative' },
  Cancelled: { icon: CircleX, tone: 'negative' },
  Returned: { icon: CornerDownLeft, tone: 'neutral' },
  Reversed: { icon: RotateCcw, tone: 'negative' },
  TokensReceived: { icon: Coins, tone: 'positive' },
  HashReplaced: { icon: Repeat2, tone: 'caution' },
  RefundReported: { icon: Undo2, tone: 'progress' },
  Listed: { icon: ListChecks, tone: 'neutral' },
  Unrecognised: { icon: CircleQuestionMark, tone: 'caution' },
} as const satisfies Record<EventType, Look>;

/** How far a refund or a step of it is. */
export const REFUND_LOOKS = {
  pending: { words: 'Pending', icon: CircleDashed, tone: 'neutral' },
  processing: { words: 'In progress', icon: CircleDotDashed, tone: 'progress' },
  completed: { words: 'Completed', icon: CircleCheck, tone: 'positive' },
  failed: { words: 'Failed', icon: CircleX, tone: 'negative' },
} as const satisfies Record<RefundStatus, Look & { words: string }>;

export type Headline = Look & {
  readonly words: Said;
  /** The provider's own word for just this: the refund's where the refund is the news. */
  readonly providerWord: string | null;
};

/**
 * The headline of an event. Where the original stayed as it was and only its refund moved on, the refund is the news:
 * a provider that repeats FAILED with every step would otherwise seem to fail again and again.
 */
export function headlineOf({ type, facts, ...event }: PaymentEvent, isOriginalChanged: boolean): Headline {
  const look = EVENT_LOOKS[type];
  const { status, providerStatus } = facts.refund ?? {};
  const words = said(`payment.event.${type}`);
  if (!status) return { ...look, words, providerWord: event.providerStatus };
  if (!isOriginalChanged || type === 'RefundReported') {
    const news = said(`payment.refundNews.${status}`);
    return { ...REFUND_LOOKS[status], words: news, icon: Undo2, providerWord: providerStatus ?? event.providerStatus };
  }
  const both = type === 'Returned' ? words : said(`payment.eventAndRefund.${status}`, { event: words });
  return { ...look, words: both, providerWord: event.providerStatus };
}
