import type { ListName } from '@/lib/providers/listing';

/** In what a list and our store can disagree; `row` is a whole row that we do not understand. */
export const DIFFERENCE_FIELDS = [
  'state',
  'kind',
  'amount',
  'currency',
  'amount_out',
  'currency_out',
  'external_ref',
  'end_user',
  'refund',
  'row',
] as const;
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number];

/** One contradiction, in the words of both sides; for `row`, `theirs` is why we do not understand it. */
export type Difference = {
  readonly field: DifferenceField;
  readonly theirs: string | null;
  readonly ours: string | null;
};

/** A difference as it is kept: since when, and until when. */
export type KeptDifference = Difference & {
  readonly list: ListName;
  /** Of a row that names no transaction of ours, `<provider>:` and the SHA-256 of its bytes. */
  readonly transactionId: string;
  readonly isTransactionKnown: boolean;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** When a later comparison found both sides agreeing; `null` while they do not. */
  readonly settledAt: Date | null;
};

/** `open`: contradictions that stand; `unread`: rows not understood; `settled`: those that are over. */
export const DIFFERENCE_STATES = ['open', 'unread', 'settled'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

/** Which differences a page or a file shows; `null` leaves the list open. */
export type DifferenceFilters = { readonly state: DifferenceState; readonly list: ListName | null };

/** Differences of one list by state. */
export type DifferenceCounts = Readonly<Record<DifferenceState, number>>;
