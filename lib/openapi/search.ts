import { z } from 'zod';
import { IDENTIFIER_KINDS } from '@/lib/events/event';
import { EXCEPTION_STATES, REASON_NAMES } from '@/lib/reconciliation/reason';
import { FOUND_KINDS } from '@/lib/statements/found-ids';
import { LIKENESSES } from '@/lib/transactions/hit';
import { amount, count, day, flag, orNull, text, word } from './leaves';
import { transactionShape } from './transaction';

/** What a search answers. */

const STEP_ID = 'b845a6df36705812f14640da988698df';
const hitKind = word([...IDENTIFIER_KINDS, 'transaction', 'event'], 'Which field hit.', 'refund_step_id');
const value = text('What stands in that field.', STEP_ID);

const hit = z.strictObject({
  ...transactionShape,
  matched: z.array(
    z.strictObject({
      kind: hitKind,
      value,
      exact: flag('Whether it is the text itself.', true),
      likeness: word(LIKENESSES, 'How it compares with the text.', 'is'),
    }),
  ),
});

const paymentGroup = z.strictObject({
  count: count('Of all, counted up to 10,000.', 1),
  data: z.array(
    z.strictObject({
      id: transactionShape.id,
      matched: z.array(z.strictObject({ kind: hitKind, value })),
    }),
  ),
});

const currency = text('ISO code of a currency, or the code of a token.', 'MXN');

const lineHit = z.strictObject({
  id: text('The line’s number: `seq` in the list of lines.', '1204'),
  account: text('The account’s name.', 'BBVA pesos'),
  booked_on: day('The bank’s local day.', '2026-02-07'),
  amount: amount('Signed: negative went out.', '-101.00'),
  currency,
  text: text('What the bank wrote.', 'SPEI ENVIADO BANORTE'),
  matched: z.array(
    z.strictObject({ kind: word([...FOUND_KINDS, 'text'], 'Which field hit.', 'clave_rastreo'), value }),
  ),
});

const exceptionHit = z.strictObject({
  id: text('The exception’s number.', '87'),
  reason: word(REASON_NAMES, 'Why it does not agree.', 'missing_at_bank'),
  state: word(EXCEPTION_STATES, 'Where the work on it stands.', 'open'),
  day: day('The day it is about.', '2026-02-07'),
  amount: orNull(amount('At stake, without sign.', '101')),
  currency: orNull(currency),
  transaction_id: orNull(transactionShape.id),
  matched: z.array(
    z.strictObject({ kind: word([...FOUND_KINDS, 'transaction'], 'Which field hit.', 'transaction'), value }),
  ),
});

export const searchAnswer = z.strictObject({
  data: z.array(hit).meta({ description: 'Payments; where nothing is exactly the text, those with a value near it.' }),
  groups: z
    .strictObject({
      transactions: paymentGroup,
      refund_steps: paymentGroup,
      events: paymentGroup,
      lines: z.strictObject({ count: count('Of all, counted up to 10,000.', 1), data: z.array(lineHit) }),
      exceptions: z.strictObject({ count: count('Of all, counted up to 10,000.', 1), data: z.array(exceptionHit) }),
    })
    .meta({ description: 'The exact hits by what they are.' }),
  cut: flag('The search for near values was stopped by its limit of time.', false),
});
