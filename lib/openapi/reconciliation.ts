import { z } from 'zod';
import { LEG_EXPECTATIONS, LEG_ID_KINDS, type LegPart, RAILS } from '@/lib/reconciliation/leg';
import { RECONCILED } from '@/lib/reconciliation/match';
import { RULE_WORDS } from '@/lib/reconciliation/match-list';
import { EXCEPTION_STATES, REASON_NAMES, RESOLUTION_NAMES, SEVERITIES } from '@/lib/reconciliation/reason';
import { BOOKS } from '@/lib/reconciliation/view';
import { ACCOUNT_RAILS } from '@/lib/statements/account';
import { FOUND_KINDS } from '@/lib/statements/found-ids';
import { LINE_KINDS } from '@/lib/statements/statement';
import { amount, count, day, instant, orNull, text, word } from './leaves';
import { environment } from './refund';
import { kind, provider, transactionShape } from './transaction';

/** What reconciliation shows: legs (what a bank could see of a payment), lines (what it wrote), matches, exceptions. */

const LEG_PARTS = ['amount', 'discounted_fee', 'transfer_fee', 'reverted'] as const satisfies readonly LegPart[];
const currency = text('ISO code of a currency, or the code of a token.', 'MXN');
const direction = word(['in', 'out'], 'Seen from the company’s account.', 'in');
const reasons = z
  .array(word(REASON_NAMES, 'Why it does not agree.', 'missing_at_bank'))
  .meta({ description: 'Of its exceptions that are not resolved.', example: [] });
const matchId = text('The match it belongs to; null while it has none.', '311');
const lineSeq = text('The line’s number.', '1204');
const legId = text(
  'The payment’s id and the movement: `#in`, `#out`, `#return`.',
  'juno:issuance:b22355e1-69e7-4f0e-9e2a-1f4f8a1f3c10#in',
);

export const legRow = z.strictObject({
  id: legId,
  transaction_id: transactionShape.id,
  provider,
  kind,
  environment,
  rail: word(RAILS, 'The way the money moves.', 'spei'),
  direction,
  amount: orNull(amount('As the bank would show it, without sign.', '100.00')),
  currency: orNull(currency),
  parts: z
    .array(
      z.strictObject({
        label: word(LEG_PARTS, 'What the part is.', 'amount'),
        amount: amount('Signed; the parts add up to the amount.', '100.00'),
      }),
    )
    .meta({ description: 'How the amount came out of the message’s own.' }),
  expectation: word(LEG_EXPECTATIONS, 'Whether a line is expected for it.', 'expected'),
  state: word(RECONCILED, 'Where it stands against the book.', 'matched'),
  reasons,
  match_id: orNull(matchId),
  occurred_at: instant('By the provider’s clock.', '2026-02-07T16:00:00Z'),
  local_day: day('The day on the rail’s own clock.', '2026-02-07'),
  counterparty: orNull(text('The name of the other side.', 'CLIENTE EJEMPLO')),
  network: orNull(text('The chain, of a movement on one.', 'ARBITRUM'), null),
  external_ref: transactionShape.external_ref,
  ids: z.array(
    z.strictObject({
      kind: word(LEG_ID_KINDS, 'What the value is.', 'clave_rastreo'),
      value: text('As the provider wrote it.', 'MBAN01002602070000900001'),
    }),
  ),
});

export const lineRow = z.strictObject({
  seq: lineSeq,
  statement_id: text('The statement it came in.', '12'),
  place: text('Where it stands in its file.', 'line 2'),
  book: word(BOOKS, 'The bank’s word, or the own ledger’s.', 'bank'),
  account_id: text('The account’s id.', 'banorte-mxn'),
  account_name: text('The account’s name.', 'Banorte pesos'),
  rail: word(ACCOUNT_RAILS, 'The rail of the account.', 'spei'),
  booked_on: day('The bank’s local day.', '2026-02-07'),
  booked_at: orNull(instant('Where the file tells a time of day.', '2026-02-07T16:00:41Z')),
  value_on: orNull(day('The value date.', '2026-02-07')),
  direction,
  amount: amount('Signed: negative went out.', '100.00'),
  currency,
  text: text('All free text of the line.', 'SPEI RECIBIDO CLAVE DE RASTREO MBAN01002602070000900001'),
  counterparty: z.strictObject({
    name: orNull(text('As the bank writes it.', 'CLIENTE EJEMPLO')),
    account: orNull(text('CLABE, CBU, CVU or whatever the bank writes.', '012180000000000028')),
    tax_id: orNull(text('As written, masked where the bank masks it.', '***456789**')),
  }),
  bank_reference: orNull(text('The bank’s own reference of the line.', 'S1')),
  kind: word(LINE_KINDS, 'Only a payment can be matched.', 'payment'),
  ids: z.array(
    z.strictObject({
      kind: word(FOUND_KINDS, 'What the value is.', 'clave_rastreo'),
      value: text('As the file wrote it.', 'MBAN01002602070000900001'),
      from: word(['field', 'text'], 'Whether the file had a field for it, or it stood in free text.', 'text'),
    }),
  ),
  match_id: orNull(matchId),
  reasons,
});

const evidence = z.strictObject({
  criterion: text('What agreed.', 'clave'),
  value: text('On what.', 'MBAN01002602070000900001'),
});

export const matchRow = z.strictObject({
  id: text('The match’s number.', '311'),
  book: word(BOOKS, 'Against which book.', 'bank'),
  pass: z
    .literal([0, 1, 2, 3])
    .meta({ description: '0 a person, 1 rail id, 2 account and amount, 3 similar.', example: 1 }),
  rule: word(RULE_WORDS, 'The rule that made it; `hand` is a person.', 'clave'),
  rule_version: z.number().int().meta({ description: 'The rule’s version at the time.', example: 1 }),
  agreed: z.array(evidence).meta({ description: 'What agreed, with the value it agreed on.' }),
  rivals: count('How many others would have fitted as well.', 0),
  explained: z
    .array(
      z.strictObject({
        label: text('What explains a part of the gap.', 'Transfer fee'),
        amount: amount('Signed as the bank signs.', '-0.75'),
      }),
    )
    .meta({ description: 'The gap between line and leg, in parts that add up to it.', example: [] }),
  remainder: amount('Lines minus legs; "0" closes.', '0'),
  reason: orNull(text('What the person said who made it.', 'Confirmed by the bank by telephone'), null),
  made_by: orNull(text('By e-mail address; null is the desk itself.', 'ana@example.com'), null),
  made_at: instant('By our clock.', '2026-02-08T09:10:00.000Z'),
  undone_by: orNull(text('Who took it back.', 'ana@example.com'), null),
  undone_at: orNull(instant('When.', '2026-02-08T10:00:00.000Z'), null),
  undone_why: orNull(text('Why.', 'Belongs to another payment'), null),
  lines: z.array(lineRow).meta({ description: 'Those it holds; of an undone one, those it held.' }),
  legs: z.array(legRow),
});

export const exceptionRow = z.strictObject({
  id: text('The exception’s number.', '87'),
  reason: word(REASON_NAMES, 'Why it does not agree.', 'missing_at_bank'),
  severity: word(SEVERITIES, 'Worked out from what is at stake and how long it is open.', 'medium'),
  state: word(EXCEPTION_STATES, 'Where the work on it stands.', 'open'),
  expected: orNull(text('One of the two values that differ.', '100.00 MXN'), null),
  actual: orNull(text('The other.', '98.00 MXN'), null),
  amount: orNull(amount('At stake, without sign.', '100.00')),
  currency: orNull(currency),
  day: day('The day it is about, local to the rail.', '2026-02-07'),
  age_days: count('From its day to now, or to its resolution.', 3),
  rail: word([...new Set([...RAILS, ...ACCOUNT_RAILS])], 'The rail it is on.', 'spei'),
  account_name: orNull(text('The account, where it is about a line.', 'Banorte pesos'), null),
  provider: orNull(provider),
  kind: orNull(kind),
  reference: orNull(text('The id to look for on the other side.', 'MBAN01002602070000900001')),
  line_seq: orNull(lineSeq, null),
  leg_id: orNull(legId),
  transaction_id: orNull(transactionShape.id),
  owner: orNull(text('Whose it is, by e-mail address.', 'ana@example.com')),
  wait_until: orNull(day('While it waits: until when.', '2026-02-14'), null),
  resolution: orNull(word(RESOLUTION_NAMES, 'How it was resolved.', 'bank_fee'), null),
  remark: orNull(text('What was said when it was resolved.', 'Fee of the bank, see the contract'), null),
  resolved_by: orNull(text('By e-mail address; null is the desk itself.', 'ana@example.com'), null),
  resolved_at: orNull(instant('When.', '2026-02-10T11:00:00.000Z'), null),
  opened_at: instant('By our clock.', '2026-02-08T09:10:00.000Z'),
  last_note: orNull(text('The latest note on it.', 'Asked the bank')),
});
