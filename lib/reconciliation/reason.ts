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

/** In English, for the sentence of an export that does not say it in the reader's language yet. */
export const REASONS = {
  missing_at_bank: {
    label: 'Missing at the bank',
    help: 'The provider says the money moved, and no line of any imported statement shows it.',
  },
  missing_at_provider: {
    label: 'Missing at the provider',
    help: 'The bank shows a payment that no provider has told us about.',
  },
  amount_differs: {
    label: 'Amount differs',
    help: 'Account and day agree, the amounts do not, and the payload’s own fees do not explain the gap.',
  },
  id_equal_amount_differs: {
    label: 'Same id, other amount',
    help: 'The rail id is the same on both sides, so it is the same payment, and the amounts differ.',
  },
  currency_differs: {
    label: 'Currency differs',
    help: 'The same payment in two currencies; they are never subtracted.',
  },
  state_differs: {
    label: 'State differs',
    help: 'The bank moved the money, and the provider says the payment failed.',
  },
  duplicate_at_bank: { label: 'Twice at the bank', help: 'Two lines carry the rail id of one payment.' },
  duplicate_at_provider: { label: 'Twice at the provider', help: 'Two payments carry the rail id of one line.' },
  split_incomplete: { label: 'Split incomplete', help: 'Several lines belong to one payment and do not add up to it.' },
  several_candidates: {
    label: 'Several candidates',
    help: 'More than one payment fits the line equally well, so none was taken.',
  },
  late: { label: 'Late', help: 'A line was expected by now: its statement is imported and does not have it.' },
  refund_one_sided: {
    label: 'Refund told by one end',
    help: 'One of two linked payments names the other, the other does not.',
  },
  reversed_after_match: {
    label: 'Reversed after it was matched',
    help: 'The payment came back after its line was found.',
  },
  amount_unknown: { label: 'Amount unknown', help: 'The message that carries the amount never came.' },
  unit_suspect: { label: 'Unit suspect', help: 'One side is exactly a hundred times the other.' },
  closed_period_change: {
    label: 'Change in a closed period',
    help: 'Something about a closed month became known later.',
  },
  unknown_type: { label: 'Unknown type', help: 'The provider told a kind of payment that the desk does not know.' },
} as const satisfies Record<Reason, { label: string; help: string }>;
