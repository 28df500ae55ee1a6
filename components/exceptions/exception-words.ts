import {
  ChevronDown,
  ChevronUp,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  Flame,
  Hourglass,
  type LucideIcon,
  UsersRound,
} from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import { amountText } from '@/lib/format';
import type { Reader } from '@/lib/language/said';
import type { ExceptionState, Severity } from '@/lib/reconciliation/reason';
import { AGES } from '@/lib/reconciliation/severity';
import type { ExceptionRow } from '@/lib/reconciliation/view';

type Look = { readonly icon: LucideIcon; readonly tone: Tone };

export const SEVERITY_LOOKS = {
  low: { icon: ChevronDown, tone: 'neutral' },
  medium: { icon: ChevronUp, tone: 'caution' },
  high: { icon: Flame, tone: 'negative' },
} as const satisfies Record<Severity, Look>;

export const STATE_LOOKS = {
  open: { icon: CircleDashed, tone: 'caution' },
  in_work: { icon: CircleDotDashed, tone: 'progress' },
  waiting: { icon: Hourglass, tone: 'neutral' },
  second_person: { icon: UsersRound, tone: 'progress' },
  resolved: { icon: CircleCheck, tone: 'positive' },
} as const satisfies Record<ExceptionState, Look>;

/** From this age on an exception is past its limit: it weighs most from there. */
export const LIMIT_DAYS = AGES.much;

type Values = Pick<ExceptionRow, 'reason' | 'expected' | 'actual'>;

/** The two values on the row, by what the reason compares: "bank 98.50 BRL ≠ expected 99.00 BRL". `null`: none was told. */
export function valuesText({ reason, expected, actual }: Values, reader: Reader): string | null {
  if (expected === null && actual === null) return null;
  const plain = { expected: expected ?? '', actual: actual ?? '' };
  const told = { expected: valueText(expected, reader), actual: valueText(actual, reader) };
  switch (reason) {
    case 'duplicate_at_bank':
    case 'duplicate_at_provider':
    case 'several_candidates':
    case 'refund_one_sided':
      return reader.t(`reasons.values.${reason}`, plain);
    case 'state_differs':
    case 'reversed_after_match':
      return reader.t(`reasons.values.${reason}`, told);
    default:
      if (actual === null) return reader.t('reasons.values.noLine', { expected: told.expected });
      return reader.t('reasons.values.other', told);
  }
}

const STATES = ['expected', 'in_flight', 'failed', 'not_seen', 'matched', 'returned'] as const;

/** One of the values as people read it: an amount is grouped, a state is in words. */
export function valueText(value: string | null, reader: Reader): string {
  if (value === null) return reader.t('reasons.value.nothing');
  const state = STATES.find((known) => known === value);
  return state ? reader.t(`reasons.value.${state}`) : amountText(value, reader.region);
}
