import type { Reason } from '@/lib/reconciliation/reason';

/** What to do about each reason, in the order in which it is worth trying. */
export const ADVICE = {
  missing_at_bank: [
    'Look whether the statement of that day is imported, and whether it reaches to the end of the day.',
    'Open the payment and compare account and rail id with what the bank lists.',
    'If the statement is whole, send the provider the message with the ids and wait for an answer.',
  ],
  missing_at_provider: [
    'Look whether a webhook was refused or never arrived, under Webhooks.',
    'Search the rail id and the text of the line: another payment may name it.',
    'If it is the bank’s own (a fee, a tax), explain it; if it is a stranger’s payment, ask the provider.',
  ],
  amount_differs: [
    'Read the table of the difference: the payload’s own fees are taken off already.',
    'If the rest is a fee or tax of the bank, explain it with the exact amount.',
    'If the line belongs to another payment, match it in the workbench.',
  ],
  id_equal_amount_differs: [
    'It is one payment: ask which side has the wrong amount before anything is closed.',
    'Compare the raw delivery with the line of the statement; a fee of the bank can be explained.',
    'Send the provider the message with both amounts.',
  ],
  currency_differs: [
    'Look whether the statement’s account is set up with the right currency.',
    'Where money was converted on its way, match both sides by hand as an exchange difference.',
  ],
  state_differs: [
    'The money has left or come in: treat the provider’s state as wrong until it proves otherwise.',
    'Send the provider the message with the rail id of the line, and wait for the correction.',
  ],
  duplicate_at_bank: [
    'Compare both lines: the same file imported under two names, or money that moved twice?',
    'Undo the doubled import under Statements; if money moved twice, ask the bank or provider for it back.',
  ],
  duplicate_at_provider: [
    'Compare both payments: one may be a repost of the other.',
    'If both are real, one has no money behind it: send the provider the message.',
  ],
  split_incomplete: [
    'Look for the missing part on the next days, and in accounts whose statement is not imported.',
    'Match what is there in the workbench once the sum is whole.',
  ],
  several_candidates: [
    'Open the workbench: the criteria show what each candidate agrees on.',
    'Match the right one; the others stay free.',
  ],
  late: [
    'Look whether the bank booked it on a later day than the imported statements show.',
    'Ask the provider for the proof of payment: a CEP for SPEI, the end-to-end id for PIX.',
  ],
  refund_one_sided: [
    'Open both payments: the one that names the other is mostly right.',
    'Ask the provider for the missing half; until then wait.',
  ],
  reversed_after_match: [
    'Look for the line on which the money came back.',
    'If it is there, match it with the return; if not, ask the provider where the money is.',
  ],
  amount_unknown: [
    'Look under Webhooks whether the message that carries the amount was refused or never delivered.',
    'Fetch it again from the provider; the amount fills itself in.',
  ],
  unit_suspect: [
    'One side counts in cents: look how the account’s file is read, and import it again with the right decimals.',
    'If the file is right, send the provider the message with both amounts.',
  ],
  closed_period_change: [
    'Decide with finance whether it belongs to the closed month or to the running one.',
    'Write the decision down as the remark, and resolve it.',
  ],
  unknown_type: [
    'Open the delivery: it is stored whole.',
    'Wait until the desk knows the kind, or ignore it with a reason.',
  ],
} as const satisfies Record<Reason, readonly string[]>;
