/**
 * The closed list of reasons why something does not agree. What each is called and means is in the room `reasons` of the
 * catalogue, what to do about it in `exceptions`.
 */
export const REASON_NAMES = [
  'missing_at_bank',
  'missing_at_provider',
  'amount_differs',
  'id_equal_amount_differs',
  'currency_differs',
  'state_differs',
  'duplicate_at_bank',
  'duplicate_at_provider',
  'split_incomplete',
  'several_candidates',
  'late',
  'refund_one_sided',
  'reversed_after_match',
  'amount_unknown',
  'unit_suspect',
  'closed_period_change',
  'unknown_type',
] as const;
export type Reason = (typeof REASON_NAMES)[number];

/** Where an exception stands; `second_person`: what was asked for it is above the limit, and somebody else decides. */
export const EXCEPTION_STATES = ['open', 'in_work', 'waiting', 'second_person', 'resolved'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/**
 * How a person resolves one; each needs a remark. `itself`: what it was about agrees by now; `corrected`: somebody said
 * that its line is no payment.
 */
export const RESOLUTION_NAMES = [
  'matched',
  'bank_fee',
  'tax',
  'rounding',
  'fx',
  'write_off',
  'ignored',
  'corrected',
  'itself',
] as const;
export type Resolution = (typeof RESOLUTION_NAMES)[number];

/** How grave an exception is: worked out from what is at stake and how long it has been open. */
export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];
