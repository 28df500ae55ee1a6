/**
 * Where the money of a refund is now (`sentence`) and what somebody should do about it (`next`). The one table of these
 * wordings: they are our reading of what the providers' step descriptions say, so they are corrected here and nowhere
 * else. `{amount}` is what comes back, `{step}` the last finished step that the desk does not know.
 */
export const WHEREABOUTS = {
  issuance_begun: {
    sentence: '{amount} is still on the deposit CLABE that it was paid into.',
    next: 'Nothing while it is on time. After that, ask Juno why the first step has not begun.',
  },
  issuance_transferred: {
    sentence: '{amount} is in the NVIO account, on its way to the sender by SPEI.',
    next: 'Nothing while it is on time. After that, look the step’s id up at Bitso and ask Juno for the SPEI withdrawal.',
  },
  issuance_withdrawn: {
    sentence: '{amount} was sent to the sender’s bank by SPEI; Juno has not closed the refund yet.',
    next: 'Look the step’s id up at Bitso to get the clave de rastreo, then check the bank line.',
  },
  issuance_stopped: {
    sentence: 'The refund stopped before its first step: {amount} is still on the deposit CLABE that it was paid into.',
    next: 'Ask Juno to begin the refund again, with the transaction’s id.',
  },
  issuance_stopped_transferred: {
    sentence: 'The refund stopped after the transfer: {amount} is in the NVIO account and was not sent to the sender.',
    next: 'Ask Juno to send the SPEI withdrawal again, with the transaction’s id and the id of the transfer.',
  },
  issuance_stopped_withdrawn: {
    sentence: 'The refund stopped after the SPEI withdrawal: {amount} should be with the sender’s bank.',
    next: 'Look the step’s id up at Bitso to get the clave de rastreo, then check the bank line before anything is sent again.',
  },
  redemption_begun: {
    sentence: '{amount} is in pesos in the NVIO account or the tokens are outstanding: Juno does not tell which.',
    next: 'Nothing while it is on time. After that, ask Juno which of the two it is.',
  },
  redemption_transferred: {
    sentence: '{amount} is back in the Juno account in pesos; the tokens are not minted again yet.',
    next: 'Nothing while it is on time. After that, ask Juno for the mint.',
  },
  redemption_minted: {
    sentence: '{amount} is minted in tokens again, and not at the user’s address yet.',
    next: 'Nothing while it is on time. After that, look at the mint’s hash in the explorer and ask Juno for the transfer.',
  },
  redemption_sent: {
    sentence: '{amount} is in tokens at the user’s address; Juno has not closed the refund yet.',
    next: 'Look at the transfer’s hash in the explorer to see the tokens arrive.',
  },
  redemption_deposited: {
    sentence: '{amount} is in tokens in the Juno balance again; Juno has not closed the refund yet.',
    next: 'Check the Juno balance; the step’s id is Bitso’s, not a chain hash.',
  },
  redemption_stopped: {
    sentence:
      'The refund stopped before its first step: {amount} is in pesos in the NVIO account or in no token at all.',
    next: 'Ask Juno where the money is and to begin the refund again, with the transaction’s id.',
  },
  redemption_stopped_transferred: {
    sentence:
      'The refund stopped after the transfer: {amount} is back in the Juno account in pesos, and no tokens were minted.',
    next: 'Ask Juno to mint the tokens again, with the transaction’s id.',
  },
  redemption_stopped_minted: {
    sentence: 'The refund stopped after the mint: {amount} exists in tokens, and not at the user’s address.',
    next: 'Look at the mint’s hash in the explorer to see who holds the tokens, then ask Juno for the transfer.',
  },
  redemption_stopped_sent: {
    sentence: 'The refund stopped after the tokens were sent: {amount} should be at the user’s address.',
    next: 'Look at the transfer’s hash in the explorer before anything is sent again.',
  },
  redemption_stopped_deposited: {
    sentence: 'The refund stopped after the tokens were deposited: {amount} should be in the Juno balance.',
    next: 'Check the Juno balance before anything is sent again.',
  },
  deposit_withdrawal_untold: {
    sentence: '{amount} is to go back to its sender; the withdrawal that returns it has not been named yet.',
    next: 'Nothing while it is on time. After that, ask Ripio for the id of the withdrawal.',
  },
  deposit_withdrawal_under_way: {
    sentence: '{amount} is on its way back to its sender by a withdrawal of its own.',
    next: 'Nothing while it is on time. After that, ask Ripio about the withdrawal by its id.',
  },
  deposit_withdrawal_complete: {
    sentence: 'Money returned: {amount} went back to its sender by a withdrawal of its own.',
    next: 'Nothing. If only one end names the other, ask Ripio to correct the link.',
  },
  deposit_withdrawal_cancelled: {
    sentence: 'The withdrawal that should return {amount} was cancelled: the money is still at Ripio.',
    next: 'Ask Ripio to send the money back again, with the ids of the deposit and of the withdrawal.',
  },
  withdrawal_untold: {
    sentence: '{amount} is to return a deposit; where this withdrawal stands was told in words the desk does not know.',
    next: 'Read the message among the unrecognised ones, and ask Ripio about the withdrawal by its id.',
  },
  withdrawal_under_way: {
    sentence: '{amount} is on its way back: this withdrawal returns a deposit.',
    next: 'Nothing while it is on time. If the deposit itself is missing here, ask Ripio to send it again.',
  },
  withdrawal_complete: {
    sentence: 'Money returned: this withdrawal sent {amount} of a deposit back to its sender.',
    next: 'Nothing for the money. If the deposit itself is missing here, ask Ripio to send it again.',
  },
  withdrawal_cancelled: {
    sentence:
      'This withdrawal should have returned {amount} of a deposit and was cancelled: the money is still at Ripio.',
    next: 'Ask Ripio to send the money back again, with the ids of the deposit and of the withdrawal.',
  },
  sale_refund_untold: {
    sentence: '{amount} is to come back to the account; how far the refund is was not told.',
    next: 'Nothing while it is on time. After that, ask BRLA about the operation by its id.',
  },
  sale_refund_queued: {
    sentence: '{amount} waits at BRLA to be sent back: the refund is queued.',
    next: 'Nothing while it is on time. After that, ask BRLA about the operation by its id.',
  },
  sale_refund_posted: {
    sentence: '{amount} is on its way back on the chain.',
    next: 'Nothing while it is on time. After that, look at the hash in the explorer.',
  },
  sale_refund_complete: {
    sentence: 'Money returned: {amount} is back in the account it was taken from.',
    next: 'Nothing. The hash in the explorer proves it.',
  },
  sale_refund_failed: {
    sentence: 'The refund failed: {amount} is still at BRLA.',
    next: 'Ask BRLA to send the refund again, with the operation’s id and the reason it gave.',
  },
  reversed_fully: {
    sentence: 'Money returned: all of the {amount} paid out came back to the account.',
    next: 'Look for the PIX return on the statement; it carries the end-to-end id of the payout.',
  },
  reversed_partly: {
    sentence: '{amount} came back to the account; the rest of the payout is still with the receiver.',
    next: 'Ask the receiver about the rest, and look for the PIX return on the statement.',
  },
  reversed_whole_untold: {
    sentence: '{amount} came back to the account; what was paid out was not told, so whether that is all is not known.',
    next: 'Compare it with the payout: its end-to-end id is on the statement.',
  },
  reversed_untold: {
    sentence: 'The payout was reversed, and how much of it came back was not told.',
    next: 'Look for the PIX return on the statement; it carries the end-to-end id of the payout.',
  },
  returned: {
    sentence: 'Money returned: the provider calls the refund of {amount} complete.',
    next: 'Nothing. Where the steps have ids, these prove it.',
  },
  returned_with_open_step: {
    sentence: 'Money returned: the provider calls the refund of {amount} complete, though a step of it is not.',
    next: 'Check by the steps’ ids that the money arrived; the provider’s two words contradict each other.',
  },
  unknown_step_done: {
    sentence: '{amount} is on its way back; its last finished step, {step}, is one that the desk does not know.',
    next: 'Ask the provider what the step means, and where it leaves the money.',
  },
  unknown_step_stopped: {
    sentence: 'The refund of {amount} stopped; its last finished step, {step}, is one that the desk does not know.',
    next: 'Ask the provider what the step means, and where it left the money.',
  },
  unknown_under_way: {
    sentence: 'A refund of {amount} is under way; the desk does not know how refunds of this kind go.',
    next: 'Ask the provider where the money is.',
  },
  unknown_stopped: {
    sentence: 'The refund of {amount} stopped; the desk does not know how refunds of this kind go.',
    next: 'Ask the provider where the money is.',
  },
} as const satisfies Record<string, { readonly sentence: string; readonly next: string }>;
export type WhereaboutsKey = keyof typeof WHEREABOUTS;

/** Money that came back after the payment had succeeded: told when it had happened, so it has no duration. */
export const REVERSALS = [
  'reversed_fully',
  'reversed_partly',
  'reversed_whole_untold',
  'reversed_untold',
] as const satisfies readonly WhereaboutsKey[];
