/** The one list of status words over three providers; the provider's own word is kept beside it everywhere. */

/** What one event asserts about its transaction, from the least to the most advanced. The order is the tie-break. */
export const PROGRESS = [
  'unrecognised',
  'pending',
  'processing',
  'blocked',
  'completed',
  'failed',
  'returned',
  'reversed',
] as const;
export type Progress = (typeof PROGRESS)[number];

/** Where a transaction stands, refund and reversal taken into account. */
export const STATUSES = [
  'pending',
  'processing',
  'completed',
  'blocked',
  'failed',
  'failed_returning',
  'failed_returned',
  'failed_stuck',
  'returned',
  'reversed',
  'partly_reversed',
  'unrecognised',
] as const;
export type Status = (typeof STATUSES)[number];

/** State of a refund, or of one of its steps. */
export const REFUND_STATUSES = ['pending', 'processing', 'completed', 'failed'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** How far along a word is in its own list; −1 for none. */
export function rankOf<T extends string>(list: readonly T[], word: T | null | undefined): number {
  return word == null ? -1 : list.indexOf(word);
}
