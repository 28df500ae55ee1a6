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
import { formatMoney } from '@/lib/format';
import type { Rail } from '@/lib/reconciliation/leg';
import type { ExceptionState, Severity } from '@/lib/reconciliation/reason';
import { AGES } from '@/lib/reconciliation/severity';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import type { AccountRail } from '@/lib/statements/account';

type Look = { readonly words: string; readonly icon: LucideIcon; readonly tone: Tone };

export const SEVERITY_LOOKS = {
  low: { words: 'Low', icon: ChevronDown, tone: 'neutral' },
  medium: { words: 'Medium', icon: ChevronUp, tone: 'caution' },
  high: { words: 'High', icon: Flame, tone: 'negative' },
} as const satisfies Record<Severity, Look>;

export const STATE_LOOKS = {
  open: { words: 'Open', icon: CircleDashed, tone: 'caution' },
  in_work: { words: 'In work', icon: CircleDotDashed, tone: 'progress' },
  waiting: { words: 'Waiting', icon: Hourglass, tone: 'neutral' },
  second_person: { words: 'Waiting for second person', icon: UsersRound, tone: 'progress' },
  resolved: { words: 'Resolved', icon: CircleCheck, tone: 'positive' },
} as const satisfies Record<ExceptionState, Look>;

export const RAIL_WORDS = {
  spei: 'SPEI',
  pix: 'PIX',
  ars: 'ARS transfer',
  chain: 'On-chain',
  ledger: 'Own ledger',
} as const satisfies Record<Rail | AccountRail, string>;

/** From this age on an exception is past its limit: it weighs most from there. */
export const LIMIT_DAYS = AGES.much;

/** "3 d", or "today". */
export function ageText({ ageDays }: Pick<ExceptionRow, 'ageDays'>): string {
  return ageDays <= 0 ? 'today' : `${ageDays} d`;
}

type Values = Pick<ExceptionRow, 'reason' | 'expected' | 'actual'>;

/** The two values on the row, by what the reason compares: "bank 98.50 BRL ≠ expected 99.00 BRL". `null`: none was told. */
export function valuesText({ reason, expected, actual }: Values): string | null {
  if (expected === null && actual === null) return null;
  switch (reason) {
    case 'duplicate_at_bank':
      return `${actual} lines ≠ ${expected} payment`;
    case 'duplicate_at_provider':
      return `${actual} payments ≠ ${expected} line`;
    case 'several_candidates':
      return `${actual} payments fit ≠ ${expected} expected`;
    case 'state_differs':
      return `bank ${valueText(actual)} ≠ provider ${valueText(expected)}`;
    case 'reversed_after_match':
      return `${valueText(actual)} ≠ now ${valueText(expected)}`;
    case 'refund_one_sided':
      return `${expected} ≠ ${actual}, which does not name it`;
    default:
      if (actual === null) return `bank no line ≠ expected ${valueText(expected)}`;
      return `bank ${valueText(actual)} ≠ expected ${valueText(expected)}`;
  }
}

const STATES: Readonly<Record<string, string>> = {
  expected: 'says it moved',
  in_flight: 'says it is not settled',
  failed: 'says it failed',
  not_seen: 'says it moved inside only',
  matched: 'has it matched',
  returned: 'returned',
};

/** One of the values as people read it: an amount is grouped, a state is in words. */
export function valueText(value: string | null): string {
  if (value === null) return 'nothing';
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(value) ?? [];
  if (amount !== undefined) return formatMoney(amount, currency ?? null).text;
  return STATES[value] ?? value;
}
