import { z } from 'zod';
import { fromUnits, type Money, toUnits } from '@/lib/money';
import { BULK_RESOLUTIONS } from '@/lib/reconciliation/exception-work';
import { LONGEST_NOTE } from '@/lib/remarks/remark';

/** What one person asks for and another must agree to: its words and its deed. Pure. */

export const PROPOSAL_KINDS = ['forced_match', 'write_off', 'ignore'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** How one ends; an open one has none of them. */
export const OUTCOMES = ['approved', 'declined', 'withdrawn', 'failed'] as const;
export type ProposalOutcome = (typeof OUTCOMES)[number];

/** Why one could not be done any more when it was approved. */
export const FAILURES = ['gone', 'taken', 'mixed', 'amount_unknown', 'changed', 'resolved'] as const;
export type Failure = (typeof FAILURES)[number];

export function isFailure(text: unknown): text is Failure {
  return FAILURES.some((failure) => failure === text);
}

const ids = z.array(z.string().min(1).max(200)).max(1_000);

/** What will be done once it is approved: ids of ours only, and the words of whoever asks. */
export const proposedDeedSchema = z
  .object({
    /** To bring lines and legs together, or to resolve an exception that has only one of them. */
    what: z.enum(['match', 'resolve']),
    lines: ids,
    legs: ids,
    /** The exception that is resolved by it, as what the reason says. */
    exception: z.string().nullable(),
    /** All that wait while it is open. */
    held: ids,
    reason: z.enum(BULK_RESOLUTIONS),
    remark: z.string().max(LONGEST_NOTE),
  })
  // To match is not to ignore.
  .refine(({ what, reason }) => what === 'resolve' || reason !== 'ignored');
export type ProposedDeed = z.output<typeof proposedDeedSchema>;

export type Proposal = {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly deed: ProposedDeed;
  /** Left over or written off, without sign. */
  readonly amount: string;
  readonly currency: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: ProposalOutcome | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** What the second person wrote; of a failed one why it could not be done, a `Failure`. */
  readonly note: string | null;
};

/** What one is over, with at least the two decimals that a payment shows. */
export function shownMoney({ amount, currency }: Pick<Proposal, 'amount' | 'currency'>): Money {
  return { amount: fromUnits(toUnits(amount), 2), currency: currency || null };
}

/** Whether two are one person: an e-mail address is the same however it is written. */
export function isSamePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** What a proposal is about, for lists of it and for the log. */
export function objectOf({ exception, lines }: Pick<ProposedDeed, 'exception' | 'lines'>) {
  return exception === null
    ? { objectKind: 'line', objectId: lines[0] ?? '' }
    : { objectKind: 'exception', objectId: exception };
}
