/**
 * Where the money of a refund is now. Each is a pair of messages, `refunds.where.<key>`: the `sentence`, and what somebody
 * should do about it (`next`). They are our reading of what the providers' step descriptions say, so they are corrected
 * there and nowhere else. `{amount}` is what comes back (`{Amount}` where the sentence begins with it), `{step}` the last
 * finished step that the desk does not know.
 */
export const WHEREABOUTS = [
  'issuance_begun',
  'issuance_transferred',
  'issuance_withdrawn',
  'issuance_stopped',
  'issuance_stopped_transferred',
  'issuance_stopped_withdrawn',
  'redemption_begun',
  'redemption_transferred',
  'redemption_minted',
  'redemption_sent',
  'redemption_deposited',
  'redemption_stopped',
  'redemption_stopped_transferred',
  'redemption_stopped_minted',
  'redemption_stopped_sent',
  'redemption_stopped_deposited',
  'deposit_withdrawal_untold',
  'deposit_withdrawal_under_way',
  'deposit_withdrawal_complete',
  'deposit_withdrawal_cancelled',
  'withdrawal_untold',
  'withdrawal_under_way',
  'withdrawal_complete',
  'withdrawal_cancelled',
  'sale_refund_untold',
  'sale_refund_queued',
  'sale_refund_posted',
  'sale_refund_complete',
  'sale_refund_failed',
  'reversed_fully',
  'reversed_partly',
  'reversed_whole_untold',
  'reversed_untold',
  'returned',
  'returned_with_open_step',
  'unknown_step_done',
  'unknown_step_stopped',
  'unknown_under_way',
  'unknown_stopped',
] as const;
export type WhereaboutsKey = (typeof WHEREABOUTS)[number];

/** Money that came back after the payment had succeeded: told when it had happened, so it has no duration. */
export const REVERSALS = [
  'reversed_fully',
  'reversed_partly',
  'reversed_whole_untold',
  'reversed_untold',
] as const satisfies readonly WhereaboutsKey[];
