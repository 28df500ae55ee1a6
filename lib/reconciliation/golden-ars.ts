import { cases, type ShortLine } from './golden-case';
import { CUIT, CVU, deposit, withdrawal } from './golden-payments';

/** For tests only: the Argentine statement, where nothing is ever proven by an id. */

const came = (more: Partial<ShortLine> = {}): ShortLine => ({
  on: '2026-02-10',
  amount: '12345.67',
  ids: [`cbu ${CVU}`],
  ...more,
});
const went = (more: Partial<ShortLine> = {}): ShortLine => ({ on: '2026-02-11', amount: '-12345.67', ...more });
const OTHER_CVU = '0000003100000000000001';

export const ARS = cases('ars', {
  'a deposit by its CVU': {
    told: [deposit()],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: 'Account, amount and day, alone on both sides; no id could prove it.',
  },
  'a deposit by its CUIT': {
    told: [deposit()],
    lines: [came({ ids: [`tax_id ${CUIT}`] })],
    give: ['matched 2 0#in'],
    why: 'CUIT, amount and day.',
  },
  'a CUIT with dashes': {
    told: [deposit()],
    lines: [came({ ids: ['tax_id 20-00000001-9'] })],
    give: ['matched 2 0#in'],
    why: 'Punctuation is no part of a CUIT.',
  },
  'a CUIT with dashes told by the provider': {
    told: [deposit({ cuit: '20-00000001-9' })],
    lines: [came({ ids: [`tax_id ${CUIT}`] })],
    give: ['matched 2 0#in'],
    why: 'On neither side.',
  },
  'account and CUIT both': {
    told: [deposit()],
    lines: [came({ ids: [`cbu ${CVU}`, `tax_id ${CUIT}`] })],
    give: ['matched 2 0#in'],
    why: 'Two agree; still not proven.',
  },
  'the account agrees, the CUIT does not': {
    told: [deposit()],
    lines: [came({ ids: [`cbu ${CVU}`, 'tax_id 20267565393'] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Two fields that name the payer contradict each other: a person must look.',
  },
  'the CVU is the same, the amount is not': {
    told: [deposit()],
    lines: [came({ amount: '12000.00' })],
    give: ['exception amount_differs'],
    why: 'Ripio tells no fee: 345.67 are unexplained.',
  },
  'the CVU is the same, the amount a hundredth': {
    told: [deposit({ amount: '1234500' })],
    lines: [came({ amount: '12345.00' })],
    give: ['exception unit_suspect'],
    why: 'Exactly a hundredth.',
  },
  'another CVU': {
    told: [deposit()],
    lines: [came({ ids: [`cbu ${OTHER_CVU}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Both tell the account, and they differ.',
  },
  'an alias in place of a CVU': {
    told: [deposit({ cvu: 'sol.luna.mar' })],
    lines: [came({ ids: ['~reference sol.luna.mar'] })],
    give: ['proposal 0#in'],
    why: 'An alias can be pointed elsewhere: it is no account.',
  },
  'an alias, and the CUIT': {
    told: [deposit({ cvu: 'sol.luna.mar' })],
    lines: [came({ ids: [`tax_id ${CUIT}`] })],
    give: ['matched 2 0#in'],
    why: 'The CUIT carries it.',
  },
  'the holder’s name': {
    told: [deposit()],
    lines: [came({ ids: [], name: 'TITULAR SINTETICO UNO' })],
    give: ['proposal 0#in'],
    why: 'Accents and case aside it is the same name: a suggestion.',
  },
  'the holder’s name, cut and turned round': {
    told: [deposit()],
    lines: [came({ ids: [], name: 'SINTETICO, TITULAR' })],
    give: ['proposal 0#in'],
    why: 'Most of its words are there.',
  },
  'another holder': {
    told: [deposit()],
    lines: [came({ ids: [], name: 'COOPERATIVA SUR' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'No word of the name is the same.',
  },
  'dollars on the line': {
    told: [deposit()],
    lines: [came({ currency: 'USD' })],
    give: ['exception currency_differs'],
    why: 'Never subtracted.',
  },
  'late in the evening in Buenos Aires': {
    told: [deposit({ at: '2026-02-11T02:30:00Z' })],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: '02:30 UTC of the 11th is 23:30 of the 10th.',
  },
  'booked the next day': {
    told: [deposit()],
    lines: [came({ on: '2026-02-11' })],
    give: ['matched 2 0#in'],
    why: 'Inside the window of one day.',
  },
  'booked three days later': {
    told: [deposit()],
    lines: [came({ on: '2026-02-13' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Outside the window of one day.',
  },
  'a blocked deposit': {
    told: [deposit({ as: 'blocked-limit-exceeded' })],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: 'The money is there and held back: the bank has it.',
  },
  'a blocked deposit without a line': {
    told: [deposit({ as: 'blocked-limit-exceeded' })],
    lines: [],
    give: [],
    open: ['0#in expected'],
    why: 'It may still be turned away.',
  },
  'a cancelled deposit': {
    told: [deposit({ as: 'cancelled' })],
    lines: [],
    give: [],
    open: ['0#in not_needed'],
    why: 'The provider says no money moved.',
  },
  'a cancelled deposit whose money came': {
    told: [deposit({ as: 'cancelled' })],
    lines: [came()],
    give: ['exception state_differs'],
    why: 'Account, amount and day agree, and the provider says failed.',
  },
  'a refunded deposit: both ways': {
    told: [
      deposit({ as: 'cancelled-refunded', refundedBy: 5 }),
      withdrawal({ refunds: 4, at: '2026-02-10T14:52:00Z' }),
    ],
    lines: [came(), came({ amount: '-12345.67' })],
    give: ['matched 2 0#in', 'matched 2 1#return'],
    why: 'The withdrawal goes back to whoever paid the deposit in.',
  },
  'a refund that is pending': {
    told: [
      deposit({ as: 'cancelled-refunded', refundedBy: 5 }),
      withdrawal({ refunds: 4, as: 'pending', at: '2026-02-10T14:52:00Z' }),
    ],
    lines: [came()],
    give: ['matched 2 0#in'],
    open: ['1#return expected'],
    why: 'It may still go.',
  },
  'a refund of a deposit nobody told about': {
    told: [withdrawal({ refunds: 4, at: '2026-02-10T14:52:00Z' })],
    lines: [came({ amount: '-12345.67' })],
    give: ['proposal 0#return'],
    why: 'Without its deposit nobody knows to whom it went.',
  },
  'a refund told by the withdrawal alone': {
    told: [deposit(), withdrawal({ refunds: 4, at: '2026-02-10T14:52:00Z' })],
    lines: [came(), came({ amount: '-12345.67' })],
    give: ['matched 2 0#in', 'matched 2 1#return'],
    why: 'The bank shows both; that only one end tells the refund is another matter.',
  },
  'a withdrawal': {
    told: [withdrawal()],
    lines: [went()],
    give: ['proposal 0#out'],
    why: 'No account of the receiver is told: amount and day are a proposal.',
  },
  'a withdrawal by our reference': {
    told: [withdrawal()],
    lines: [went({ ids: ['~reference synthetic-ref-0101'] })],
    give: ['proposal 0#out'],
    why: 'A reference is a suggestion.',
  },
  'a withdrawal that names its currency': {
    told: [withdrawal({ currency: 'USD' })],
    lines: [went()],
    give: ['exception missing_at_provider'],
    open: ['0#out missing_at_bank'],
    why: 'Nothing but a number is the same.',
  },
  'a cancelled withdrawal': {
    told: [withdrawal({ as: 'cancelled' })],
    lines: [],
    give: [],
    open: ['0#out not_needed'],
    why: 'No money moved.',
  },
  'a pending withdrawal': {
    told: [withdrawal({ as: 'pending' })],
    lines: [],
    give: [],
    open: ['0#out expected'],
    why: 'It may still go.',
  },
  'a completed withdrawal the bank never shows': {
    told: [withdrawal()],
    lines: [],
    give: [],
    open: ['0#out missing_at_bank'],
    why: 'The statement covers the day and does not have it.',
  },
  'two equal deposits of one account': {
    told: [deposit(), deposit({ n: 14 })],
    lines: [came(), came()],
    give: ['exception several_candidates', 'exception several_candidates'],
    why: 'Nothing tells which is which.',
  },
  'two equal deposits of two accounts': {
    told: [deposit(), deposit({ n: 14, cvu: OTHER_CVU, cuit: '20267565393' })],
    lines: [came({ ids: [`cbu ${OTHER_CVU}`] }), came()],
    give: ['matched 2 1#in', 'matched 2 0#in'],
    why: 'The accounts tell them apart.',
  },
  'two deposits on one line': {
    told: [deposit({ amount: '10000.00' }), deposit({ n: 14, amount: '2345.67' })],
    lines: [came()],
    give: ['proposal 0#in 1#in'],
    why: 'Together they add up to the line.',
  },
  'three deposits on one line': {
    told: [
      deposit({ amount: '10000.00' }),
      deposit({ n: 14, amount: '2000.00' }),
      deposit({ n: 24, amount: '345.67' }),
    ],
    lines: [came()],
    give: ['proposal 0#in 1#in 2#in'],
    why: 'The smallest set that adds up has three.',
  },
  'two deposits that do not add up': {
    told: [deposit({ amount: '10000.00' }), deposit({ n: 14, amount: '2345.66' })],
    lines: [came()],
    give: ['exception amount_differs'],
    why: 'A cent is missing.',
  },
  'one deposit on two lines': {
    told: [deposit()],
    lines: [came({ amount: '10000.00' }), came({ amount: '2345.67' })],
    give: ['proposal 0#in', 'proposal 0#in'],
    why: 'The lines add up to it.',
  },
  'the tax on credits and debits': {
    told: [deposit()],
    lines: [came(), { on: '2026-02-10', amount: '-74.07', kind: 'tax', text: 'IMP LEY 25413' }],
    give: ['matched 2 0#in', 'not_needed'],
    why: 'A tax row is the bank’s own.',
  },
  'a tax that happens to be a withdrawal’s amount': {
    told: [withdrawal()],
    lines: [went({ kind: 'tax' })],
    give: ['not_needed'],
    open: ['0#out missing_at_bank'],
    why: 'Only a payment can be matched.',
  },
});
