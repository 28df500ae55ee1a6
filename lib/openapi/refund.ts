import { z } from 'zod';
import { REFUND_STATUSES, STATUSES } from '@/lib/events/status';
import { ENVIRONMENTS } from '@/lib/providers/catalogue';
import type { OneSided } from '@/lib/refunds/board';
import { BOARD_COLUMNS, LIMIT_STATES } from '@/lib/refunds/refund';
import { WHEREABOUTS } from '@/lib/refunds/whereabouts';
import { amount, count, flag, instant, orNull, text, word } from './leaves';
import { kind, provider, transactionShape } from './transaction';

/** A refund as the API shows it. */

const ONE_SIDED = ['deposit_only', 'withdrawal_only'] as const satisfies readonly OneSided[];
export const environment = word(ENVIRONMENTS, 'Real money, or the provider’s test system.', 'stage');

const step = z.strictObject({
  step: text('The provider’s name of the step.', 'BITSO_TRANSFER'),
  status: word(REFUND_STATUSES, 'Where the step stands.', 'completed'),
  provider_status: text('The provider’s own word.', 'COMPLETE'),
  id: orNull(text('The id of what the step did.', 'b845a6df36705812f14640da988698df')),
  first_seen_at: instant('The first message that told of it.', '2026-02-07T13:32:07Z'),
  after: orNull(instant('The last message that told another state: it moved after this …', '2026-02-07T13:31:40Z')),
  by: instant('… and no later than this.', '2026-02-07T13:32:07Z'),
});

const seconds = (description: string, example: number) => z.number().min(0).meta({ description, example });

export const refundRow = z.strictObject({
  transaction_id: transactionShape.id,
  provider,
  kind,
  environment,
  original_status: word(STATUSES, 'The payment’s own state, without what the refund adds.', 'failed'),
  status: orNull(word(REFUND_STATUSES, 'Where the return stands.', 'completed')),
  provider_status: orNull(text('The provider’s own word.', 'COMPLETE')),
  column: word(BOARD_COLUMNS, 'Its column on the board.', 'returned'),
  amount: orNull(amount('What comes back, or should.', '101')),
  currency: orNull(text('ISO code of a currency, or the code of a token.', 'MXN')),
  partial: flag('Less comes back than was paid.', false),
  external_ref: transactionShape.external_ref,
  refund_of: orNull(text('Of a withdrawal that returns a deposit: that deposit.', 'ripio:4f0d5a6e'), null),
  one_sided: orNull(
    word(ONE_SIDED, 'Which of the two ends names the other, where only one does.', 'deposit_only'),
    null,
  ),
  assignee: orNull(text('Whose it is, by e-mail address.', 'ana@example.com'), null),
  triggered_at: instant('First told of.', '2026-02-07T13:32:07Z'),
  moved_at: instant('Last changed.', '2026-02-07T13:32:07Z'),
  ended_at: orNull(instant('Completed or failed.', '2026-02-07T13:32:07Z')),
  age_seconds: count('From the first word of it to its completion, or to now.', 0),
  limit_state: word(LIMIT_STATES, 'How that compares with its limits.', 'on_time'),
  limits: z
    .strictObject({
      p50: orNull(seconds('Half of those completed in the past 90 days took no longer.', 94)),
      p95: orNull(seconds('95 in 100 took no longer.', 410)),
      slow: seconds('Slow from here on.', 180),
      late: seconds('Late from here on.', 600),
      stuck: seconds('Stuck from here on.', 1800),
    })
    .meta({ description: 'The limits in force, in seconds.' }),
  current_step: orNull(text('The first step that is not completed.', 'TOKEN_MINT'), null),
  waiting_for_id: flag('A step is done or under way and its id has not come.', false),
  steps: z.array(step),
  whereabouts: word(WHEREABOUTS, 'Where the money is, as one word.', 'returned'),
  where_is_the_money: text(
    'The same as a sentence, in the reader’s language; in English for a program.',
    'Money returned: the provider calls the refund of 101 MXN complete.',
  ),
  next: text('What somebody should do about it.', 'Nothing. Where the steps have ids, these prove it.'),
});
