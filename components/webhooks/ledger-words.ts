import { Ban, CircleCheck, CircleDashed, CircleX, EyeOff, type LucideIcon, UserX } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { LedgerState } from '@/lib/feeds/ledger';
import type { FeedName } from '@/lib/providers/listing';

/** How a state looks; its words are messages. */
export const LEDGER_LOOKS = {
  found: { tone: 'caution', icon: CircleDashed },
  failed: { tone: 'negative', icon: CircleX },
  foreign: { tone: 'negative', icon: UserX },
  gone: { tone: 'caution', icon: Ban },
  applied: { tone: 'progress', icon: CircleCheck },
  confirmed: { tone: 'positive', icon: CircleCheck },
  ignored: { tone: 'neutral', icon: EyeOff },
} as const satisfies Record<LedgerState, { tone: Tone; icon: LucideIcon }>;

export const FEED_LABELS = { brla: 'BRLA', avenia: 'Avenia' } as const satisfies Record<FeedName, string>;

/** What a form about undelivered events answers. */
export type LedgerActionState = {
  readonly tone: 'positive' | 'negative' | 'caution';
  readonly title: string;
  readonly text: string;
} | null;
export type LedgerAction = (before: LedgerActionState, data: FormData) => Promise<LedgerActionState>;

/** Under this name and value a form says that all open events are meant. */
export const ALL_KEYS = 'all';
