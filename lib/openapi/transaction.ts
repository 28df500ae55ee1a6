import { z } from 'zod';
import { EVENT_TYPES, IDENTIFIER_KINDS } from '@/lib/events/event';
import { REFUND_STATUSES, STATUSES } from '@/lib/events/status';
import { PROVIDERS } from '@/lib/providers/catalogue';
import type { RelationName } from '@/lib/transactions/detail';
import { ALL_KINDS } from '@/lib/transactions/filters-values';
import { amount, count, flag, instant, namesOf, orNull, text, word } from './leaves';

/** A payment as the API shows it. */

export const provider = word(PROVIDERS, 'Who moves the money.', 'juno');
export const kind = word(ALL_KINDS, 'What the provider calls it.', 'redemption');
const currency = text('ISO code of a currency, or the code of a token.', 'MXN');

const refundStep = z.strictObject({
  step: text('The provider’s name of the step.', 'BITSO_TRANSFER'),
  status: word(REFUND_STATUSES, 'Where the step stands, in our words.', 'completed'),
  provider_status: text('The same in the provider’s own word.', 'COMPLETE'),
  id: orNull(text('The id of what the step did; it may come later or never.', 'b845a6df36705812f14640da988698df')),
});

const refund = z.strictObject({
  status: orNull(word(REFUND_STATUSES, 'Where the return stands, in our words.', 'completed')),
  provider_status: orNull(text('The same in the provider’s own word.', 'COMPLETE')),
  steps: z.array(refundStep).meta({ description: 'In the provider’s order.' }),
});

export const identifier = z.strictObject({
  kind: word(IDENTIFIER_KINDS, 'What the value is.', 'refund_step_id'),
  value: text('Exactly as the provider wrote it.', 'b845a6df36705812f14640da988698df'),
  network: text('The chain, of hashes and addresses.', 'ARBITRUM').optional(),
});

export const transactionShape = {
  id: text('Our id of the payment.', 'juno:redemption:95a4df41-d2c2-414a-a28a-1eda4bddb92b'),
  provider,
  kind,
  status: word(STATUSES, 'Where the payment stands, refund and reversal taken into account.', 'failed_returned'),
  provider_status: orNull(text('The provider’s own word behind it.', 'FAILED')),
  amount: orNull(amount('What goes in, with the digits it was given; null is unknown, which is not zero.', '101')),
  currency: orNull(currency),
  amount_out: orNull(amount('What comes out, of kinds that turn one asset into another.', '98.75'), null),
  currency_out: orNull(text('The currency or token of `amount_out`.', 'USDC'), null),
  currency_assumed: flag('The message named no currency, and the account’s own was taken.', false),
  reverted_amount: orNull(amount('Money that came back after the payment had succeeded.', '40.00'), null),
  network: orNull(text('The chain it runs on.', 'ARBITRUM')),
  token: orNull(text('The token on the chain, where it differs from the currency.', 'MXNB'), null),
  external_ref: orNull(text('Your own reference, as the provider repeats it.', 'INV-204-0007'), null),
  occurred_at: instant('When it was created, by the provider’s clock.', '2026-02-07T13:28:13Z'),
  updated_at: instant('Its latest event, by the provider’s clock.', '2026-02-07T13:32:07Z'),
  incomplete: flag('The message that carries the amount has not come yet.', false),
  refund: refund.nullable().meta({ description: 'How the money comes back; null where no refund was told.' }),
  identifiers: z.array(identifier).meta({ description: 'Every id of it that can be searched for.' }),
};

export const transactionSummary = z.strictObject(transactionShape);

/** By the type's own names, so that none is missing here. */
const RELATIONS = {
  pays_out: true,
  refunded_by: true,
  refund_of: true,
  pays_deposit: true,
  fills_order: true,
  paid_out_by: true,
  same_deposit: true,
  same_order: true,
  same_tx_hash: true,
  same_external_ref: true,
} as const satisfies Record<RelationName, unknown>;

const link = z.strictObject({
  relation: word(namesOf(RELATIONS), 'How the other one belongs to this one.', 'same_external_ref'),
  id: text(
    'The other payment’s id, or the provider’s bare id where we have no such payment.',
    'juno:issuance:b22355e1-69e7-4f0e-9e2a-1f4f8a1f3c10',
  ),
  one_sided: flag('Only one of the two points at the other, though both should.', false),
});

const event = z.strictObject({
  id: text('Our id of the event.', 'juno:3f9d2a6c0b71'),
  type: word(namesOf(EVENT_TYPES), 'What happened, in our words.', 'Failed'),
  provider_status: orNull(text('The provider’s own word, where the message carries one.', 'FAILED')),
  occurred_at: instant('By the provider’s clock.', '2026-02-07T13:32:07Z'),
  received_at: orNull(instant('When its first message reached us, by our clock.', '2026-02-07T13:32:09.412Z')),
  duplicates: count('How often the same was told again.', 0),
});

export const transactionDetail = z.strictObject({
  ...transactionShape,
  links: z.array(link),
  events: z.array(event).meta({ description: 'In the order of the timeline.' }),
});
