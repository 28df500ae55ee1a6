import { cases, type ShortLine } from './golden-case';
import { CLAVE_IN, CLAVE_OUT, issuance, PAYEE, RECEIVER, redemption, SENDER } from './golden-payments';

/** For tests only: the SPEI statement. 10 February 2026 is a Tuesday; 2 February a bank holiday. */

const DAY = '2026-02-10';
const came = (more: Partial<ShortLine> = {}): ShortLine => ({
  on: DAY,
  amount: '100.00',
  ids: [`clave_rastreo ${CLAVE_IN}`],
  ...more,
});
const went = (more: Partial<ShortLine> = {}): ShortLine => ({
  on: DAY,
  amount: '-100.00',
  ids: [`clave_rastreo ${CLAVE_OUT}`],
  ...more,
});
const BY_SENDER = { ids: [`clabe ${SENDER}`] };
const OTHER_CLABE = '032180000118359719';

export const SPEI = cases('spei', {
  'an issuance by its clave': {
    told: [issuance()],
    lines: [came()],
    give: ['matched 1 0#in'],
    why: 'The clave de rastreo and the amount are the same.',
  },
  'a redemption by its clave': {
    told: [redemption()],
    lines: [went()],
    give: ['matched 1 0#out'],
    why: 'The clave de rastreo and the amount are the same.',
  },
  'a clave found in free text': {
    told: [redemption()],
    lines: [went({ ids: [`~clave_rastreo ${CLAVE_OUT}`], text: `SPEI ENVIADO ${CLAVE_OUT}` })],
    give: ['matched 1 0#out'],
    why: 'Where the clave stands does not matter once it is the same.',
  },
  'a clave written in small letters': {
    told: [issuance()],
    lines: [came({ ids: [`clave_rastreo ${CLAVE_IN.toLowerCase()}`] })],
    give: ['matched 1 0#in'],
    why: 'A clave has no case.',
  },
  'a clave broken by blanks': {
    told: [issuance()],
    lines: [came({ ids: ['clave_rastreo SYNTHSPEI 000000000 000000001'] })],
    give: ['matched 1 0#in'],
    why: 'Blanks inside a clave are a matter of print.',
  },
  'a clave with leading zeros': {
    told: [redemption({ clave: '000012345678' })],
    lines: [went({ ids: ['clave_rastreo 000012345678'] })],
    give: ['matched 1 0#out'],
    why: 'The zeros are part of it.',
  },
  'a clave that lost its leading zeros': {
    told: [redemption({ clave: '000012345678' })],
    lines: [went({ ids: ['clave_rastreo 12345678'] })],
    give: ['exception missing_at_provider'],
    open: ['0#out missing_at_bank'],
    why: 'Leading zeros count: without them it is another clave, told in a field.',
  },
  'a clave of eighteen digits that looks like a CLABE': {
    told: [redemption({ clave: '032180000118359719' })],
    lines: [went({ ids: ['clave_rastreo 032180000118359719'] })],
    give: ['matched 1 0#out'],
    why: 'It is compared as what the field says it is.',
  },
  'a clave read as a CLABE as well': {
    told: [redemption({ clave: '032180000118359719' })],
    lines: [went({ ids: ['~clave_rastreo 032180000118359719', '~clabe 032180000118359719'] })],
    give: ['matched 1 0#out'],
    why: 'What was found in the text contradicts nothing.',
  },
  'the same clave, another amount': {
    told: [issuance()],
    lines: [came({ amount: '88.00' })],
    give: ['exception id_equal_amount_differs'],
    why: 'It is the same payment, and 12.00 are missing without a fee that says so.',
  },
  'the same clave, a cent less': {
    told: [issuance({ amount: '100.00' })],
    lines: [came({ amount: '99.99' })],
    give: ['exception id_equal_amount_differs'],
    why: 'No tolerance is applied by itself.',
  },
  'the same clave, a hundred times the amount': {
    told: [issuance()],
    lines: [came({ amount: '10000.00' })],
    give: ['exception unit_suspect'],
    why: 'Exactly a hundredfold: a unit was misread.',
  },
  'the same clave, the other way': {
    told: [issuance()],
    lines: [came({ amount: '-100.00' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'What went out is not what came in, whatever they share.',
  },
  'the same clave on another day from another bank': {
    told: [issuance()],
    lines: [came({ on: '2026-02-17', ids: [`clave_rastreo ${CLAVE_IN}`, `clabe ${OTHER_CLABE}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'A clave is one payment only together with its day and the sending bank.',
  },
  'the same clave a week later': {
    told: [issuance()],
    lines: [came({ on: '2026-02-17' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'The operating day cannot be a week away.',
  },
  'the same clave from another bank on the day': {
    told: [issuance()],
    lines: [came({ ids: [`clave_rastreo ${CLAVE_IN}`, `clabe ${OTHER_CLABE}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Another sender may use the same clave.',
  },
  'the same clave used by two banks': {
    told: [issuance()],
    lines: [
      came({ ids: [`clave_rastreo ${CLAVE_IN}`, `clabe ${SENDER}`] }),
      came({ ids: [`clave_rastreo ${CLAVE_IN}`, `clabe ${OTHER_CLABE}`] }),
    ],
    give: ['matched 1 0#in', 'exception missing_at_provider'],
    why: 'The sender tells them apart.',
  },
  'the next banking day after an evening': {
    told: [issuance({ at: '2026-02-11T00:30:00Z' })],
    lines: [came({ on: '2026-02-11' })],
    give: ['matched 1 0#in'],
    why: '18:30 on Tuesday in Mexico City may be booked on Wednesday.',
  },
  'an evening booked on its own day': {
    told: [issuance({ at: '2026-02-11T00:30:00Z' })],
    lines: [came()],
    give: ['matched 1 0#in'],
    why: 'In UTC it is Wednesday already, in Mexico City Tuesday.',
  },
  'a Saturday booked on Monday': {
    told: [redemption({ at: '2026-02-14T16:00:00Z' })],
    lines: [went({ on: '2026-02-16' })],
    give: ['matched 1 0#out'],
    why: 'Monday is the next banking day.',
  },
  'a Saturday booked on Saturday': {
    told: [redemption({ at: '2026-02-14T16:00:00Z' })],
    lines: [went({ on: '2026-02-14' })],
    give: ['matched 1 0#out'],
    why: 'Some banks book by the calendar.',
  },
  'a Friday evening before a long weekend': {
    told: [redemption({ at: '2026-01-31T01:00:00Z' })],
    lines: [went({ on: '2026-02-03' })],
    give: ['matched 1 0#out'],
    why: 'Monday, 2 February 2026, is a bank holiday: Tuesday is the operating day.',
  },
  'before Easter, booked on the Monday after': {
    told: [redemption({ at: '2026-04-02T16:00:00Z' })],
    lines: [went({ on: '2026-04-06' })],
    give: ['matched 1 0#out'],
    why: 'Maundy Thursday and Good Friday are bank holidays.',
  },
  'an issuance by sender, amount and day': {
    told: [issuance({ clave: null })],
    lines: [came(BY_SENDER)],
    give: ['matched 2 0#in'],
    why: 'No clave on either side; sender, amount and day are the same and nobody else’s.',
  },
  'an issuance by the account it was paid to': {
    told: [issuance({ clave: null })],
    lines: [came({ ids: [`clabe ${RECEIVER}`] })],
    give: ['matched 2 0#in'],
    why: 'The CLABE of the automatic payment names the payment as well as its sender does.',
  },
  'a redemption by the account that received it': {
    told: [redemption({ clave: null })],
    lines: [went({ ids: [`clabe ${PAYEE}`] })],
    give: ['matched 2 0#out'],
    why: 'Account, amount and day.',
  },
  'a sender written with blanks': {
    told: [issuance({ clave: null })],
    lines: [came({ ids: ['clabe 646 180 00000000001 2'] })],
    give: ['matched 2 0#in'],
    why: 'Punctuation is no part of a CLABE.',
  },
  'a sender of whom the bank shows the last digits': {
    told: [issuance({ clave: null, sender: OTHER_CLABE })],
    lines: [came({ ids: [], from: '****9719' })],
    give: ['proposal 0#in'],
    why: 'The digits that can be seen are those of the sender, the hidden ones may not be.',
  },
  'a sender of whom the bank shows two digits': {
    told: [issuance({ clave: null, sender: OTHER_CLABE })],
    lines: [came({ ids: [], from: '******19' })],
    give: ['proposal 0#in'],
    why: 'Two digits prove nothing; amount and day alone are a proposal.',
  },
  'a sender hidden, the digits others’': {
    told: [issuance({ clave: null, sender: OTHER_CLABE })],
    lines: [came({ ids: [], from: '****1234' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'The visible digits are not the sender’s.',
  },
  'sender and amount three banking days later': {
    told: [issuance({ clave: null })],
    lines: [came({ ...BY_SENDER, on: '2026-02-13' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'The window is one banking day.',
  },
  'sender and amount one banking day later': {
    told: [issuance({ clave: null })],
    lines: [came({ ...BY_SENDER, on: '2026-02-11' })],
    give: ['matched 2 0#in'],
    why: 'Inside the window, and nobody else fits.',
  },
  'sender and day, another amount': {
    told: [issuance({ clave: null })],
    lines: [came({ ...BY_SENDER, amount: '90.00' })],
    give: ['exception amount_differs'],
    why: 'Nothing in the payload explains 10.00.',
  },
  'sender, amount and day, another currency': {
    told: [issuance({ clave: null })],
    lines: [came({ ...BY_SENDER, currency: 'USD' })],
    give: ['exception currency_differs'],
    why: 'Pesos and dollars are not compared.',
  },
  'another sender with the same amount and day': {
    told: [issuance({ clave: null })],
    lines: [came({ ids: [`clabe ${OTHER_CLABE}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Both tell the sender and they differ.',
  },
  'amount, day and the sender’s name': {
    told: [issuance({ clave: null })],
    lines: [came({ ids: [], name: 'SINTETICA UNO' })],
    give: ['proposal 0#in'],
    why: 'A name is a suggestion and no proof.',
  },
  'amount and day and another name': {
    told: [issuance({ clave: null })],
    lines: [came({ ids: [], name: 'COMERCIAL OTRA' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Names that share no word stand against an equal amount.',
  },
  'two equal payments on one day with their claves': {
    told: [issuance(), issuance({ n: 12, clave: 'SYNTHSPEI000000000000000009' })],
    lines: [came({ ids: ['clave_rastreo SYNTHSPEI000000000000000009'] }), came()],
    give: ['matched 1 1#in', 'matched 1 0#in'],
    why: 'The claves tell them apart.',
  },
  'two equal payments on one day without claves': {
    told: [issuance({ clave: null }), issuance({ n: 12, clave: null })],
    lines: [came(BY_SENDER), came(BY_SENDER)],
    give: ['exception several_candidates', 'exception several_candidates'],
    why: 'Nothing tells which is which, so none is taken.',
  },
  'two equal payments, one of them with its clave': {
    told: [issuance(), issuance({ n: 12, clave: null })],
    lines: [came(), came(BY_SENDER)],
    give: ['matched 1 0#in', 'matched 2 1#in'],
    why: 'What the clave takes leaves one pair that is alone on both sides.',
  },
  'one line twice at the bank': {
    told: [issuance()],
    lines: [came(), came()],
    give: ['exception duplicate_at_bank', 'exception duplicate_at_bank'],
    why: 'One clave on two lines of one day; which of them is the payment nobody can say.',
  },
  'one clave told by two payments': {
    told: [issuance(), issuance({ n: 12 })],
    lines: [came()],
    give: ['exception duplicate_at_provider'],
    why: 'Two payments carry the clave of one line.',
  },
});
