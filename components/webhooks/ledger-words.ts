import { Ban, CircleCheck, CircleDashed, CircleX, EyeOff, type LucideIcon, UserX } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { LedgerState } from '@/lib/feeds/ledger';
import type { FeedName } from '@/lib/providers/listing';

type Word = {
  readonly label: string;
  readonly explanation: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
};

export const LEDGER_WORDS = {
  found: {
    label: 'Not here',
    explanation: 'The provider could not deliver it, and it is not in our store',
    tone: 'caution',
    icon: CircleDashed,
  },
  failed: {
    label: 'Not stored',
    explanation: 'It was to be fetched into our store, and that failed',
    tone: 'negative',
    icon: CircleX,
  },
  foreign: {
    label: 'Another account',
    explanation: 'It belongs to an account that is not configured here, so it is not taken',
    tone: 'negative',
    icon: UserX,
  },
  gone: {
    label: 'No longer listed',
    explanation: 'The provider stopped listing it before it reached us; its content was kept and can be applied',
    tone: 'caution',
    icon: Ban,
  },
  applied: {
    label: 'In our store',
    explanation: 'We have it; the provider still counts it as never delivered',
    tone: 'progress',
    icon: CircleCheck,
  },
  confirmed: {
    label: 'Confirmed',
    explanation: 'We have it, and the provider knows',
    tone: 'positive',
    icon: CircleCheck,
  },
  ignored: { label: 'Ignored', explanation: 'Somebody decided to leave it', tone: 'neutral', icon: EyeOff },
} as const satisfies Record<LedgerState, Word>;

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
