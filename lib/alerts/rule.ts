import { z } from 'zod';
import { toUnits } from '@/lib/money';

/** What can be watched, and the settings of each. Pure, and safe for the browser. */

export const ALERT_KINDS = ['refunds', 'unacknowledged', 'silence', 'exceptions', 'backlog'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How far something has gone, the worse the later. While an alert stands its level only rises. */
export const LEVELS = ['warning', 'urgent'] as const;
export type Level = (typeof LEVELS)[number];

export const LONGEST_RULE_NAME = 80;

/** A year: nobody waits longer for an alert. */
const LONGEST_MINUTES = 365 * 24 * 60;
const whole = (most: number) => z.coerce.number().int().min(1).max(most);
const minutes = whole(LONGEST_MINUTES);

/** An amount from which on something is told: zero or more, in as many digits as money has. */
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,20}(\.\d{1,18})?$/);
const currency = z.string().regex(/^[A-Z0-9]{2,10}$/);

/** From what to what a pair of limits rises. */
const rising = <Shape extends { warning: number; urgent: number }>({ warning, urgent }: Shape) => urgent >= warning;
const NOT_RISING = { path: ['urgent'], message: 'not_rising' };

/**
 * The settings of each kind, as they are kept. Of pairs, the second is where it becomes urgent and is told once more.
 * - `refunds`: `from` is the first state that is told of; `stuck` is always urgent.
 * - `unacknowledged`: age in minutes of the oldest event of a feed.
 * - `silence`: how many messages usually come in a time like this one; `leastMinutes`: no shorter silence is told;
 *   `thinMinutes`: the limit while the history is too short to know better.
 * - `exceptions`: from which amount per currency, and age in hours; an unknown amount is told when it would be urgent.
 * - `backlog`: age in minutes of the oldest message that waits; `count`: so many at once are told whatever their age.
 */
export const THRESHOLDS = {
  refunds: z.object({ from: z.enum(['late', 'stuck']) }),
  unacknowledged: z.object({ warning: minutes, urgent: minutes }).refine(rising, NOT_RISING),
  silence: z
    .object({ warning: whole(100_000), urgent: whole(100_000), leastMinutes: minutes, thinMinutes: minutes })
    .refine(rising, NOT_RISING),
  exceptions: z
    .object({ amounts: z.record(currency, amount), warning: whole(8_760), urgent: whole(8_760) })
    .refine(rising, NOT_RISING),
  backlog: z.object({ count: whole(1_000_000_000), warning: minutes, urgent: minutes }).refine(rising, NOT_RISING),
} as const satisfies Record<AlertKind, z.ZodType>;

export type Thresholds = { readonly [Kind in AlertKind]: Readonly<z.infer<(typeof THRESHOLDS)[Kind]>> };

/** A kind with its settings: what a rule watches. */
export type Watch = {
  readonly [Kind in AlertKind]: { readonly kind: Kind; readonly threshold: Thresholds[Kind] };
}[AlertKind];

export type AlertRule = Watch & {
  readonly id: string;
  readonly name: string;
  /** Channel ids. */
  readonly channels: readonly string[];
  /** Whose its alerts are until somebody else takes one; an e-mail address. */
  readonly owner: string | null;
  readonly isActive: boolean;
};

export function isAlertKind(text: unknown): text is AlertKind {
  return ALERT_KINDS.some((kind) => kind === text);
}

/** Reads what was kept or filled in; `null` where it is no kind of ours or its settings are not usable. */
export function readWatch(kind: string, threshold: unknown): Watch | null {
  if (!isAlertKind(kind)) return null;
  const read = THRESHOLDS[kind].safeParse(threshold);
  return read.success ? ({ kind, threshold: read.data } as Watch) : null;
}

/** The names of the settings that are not usable. */
export function faultsOf(kind: AlertKind, threshold: unknown): string[] {
  const read = THRESHOLDS[kind].safeParse(threshold);
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')))];
}

/** What most desks want to hear of; a person adds them, and changes what does not fit. */
export const USUAL: readonly Watch[] = [
  { kind: 'refunds', threshold: { from: 'late' } },
  { kind: 'unacknowledged', threshold: { warning: 30, urgent: 240 } },
  // Where ten are usual, none comes by chance in one of 20,000 such times; a week has hundreds of them.
  { kind: 'silence', threshold: { warning: 10, urgent: 40, leastMinutes: 15, thinMinutes: 24 * 60 } },
  {
    kind: 'exceptions',
    threshold: { amounts: { MXN: '100000', BRL: '50000', ARS: '5000000' }, warning: 24, urgent: 96 },
  },
  { kind: 'backlog', threshold: { count: 5_000, warning: 5, urgent: 30 } },
];

/** Whether an amount is one of those that are told of; `null`: nobody knows, or no limit is set for its currency. */
export function isOver(
  amounts: Thresholds['exceptions']['amounts'],
  { amount, currency }: { readonly amount: string | null; readonly currency: string | null },
): boolean | null {
  if (amount === null || currency === null) return null;
  const limit = amounts[currency];
  if (limit === undefined) return false;
  const size = toUnits(amount);
  return (size < 0n ? -size : size) >= toUnits(limit);
}
