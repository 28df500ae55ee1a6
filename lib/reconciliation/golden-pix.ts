import { cases, type ShortLine } from './golden-case';
import { burn, E2E, transfer, usdToPix } from './golden-payments';

/** For tests only: payouts by PIX. All of them on 2 March 2026, 12:00 UTC, unless a case says so. */

const OTHER = 'E99999999202603021200synthetic09';
const DEVOLVED = 'D88888888202603021400synthetic01';
const went = (more: Partial<ShortLine> = {}): ShortLine => ({
  on: '2026-03-02',
  amount: '-1499.25',
  ids: [`e2e ${E2E}`],
  ...more,
});
const back = (amount: string, more: Partial<ShortLine> = {}): ShortLine => ({
  on: '2026-03-02',
  amount,
  ids: [`pix_return ${DEVOLVED}`, `e2e ${E2E}`],
  ...more,
});
const PAID = [burn(), transfer()];

export const PIX = cases('pix', {
  'a burn by the end-to-end id of its transfer': {
    told: PAID,
    lines: [went()],
    give: ['matched 1 0#out'],
    why: 'The operation has the money less its fee, the transfer the id: one leg.',
  },
  'the transfer told before its burn': {
    told: [transfer(), burn()],
    lines: [went()],
    give: ['matched 1 1#out'],
    why: 'The order of messages decides nothing.',
  },
  'an end-to-end id in free text': {
    told: PAID,
    lines: [went({ ids: [`~e2e ${E2E}`] })],
    give: ['matched 1 0#out'],
    why: 'Found by its shape.',
  },
  'a bank that shows the burn without its fee': {
    told: PAID,
    lines: [went({ amount: '-1500.00' })],
    give: ['exception id_equal_amount_differs'],
    why: 'What leaves is amount less fee, exactly; 0.75 more is unexplained.',
  },
  'an end-to-end id in another case': {
    told: PAID,
    lines: [went({ ids: [`e2e ${E2E.replace('synthetic', 'SYNTHETIC')}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#out missing_at_bank'],
    why: 'Upper and lower case tell two payments apart.',
  },
  'another end-to-end id, the same amount and day': {
    told: PAID,
    lines: [went({ ids: [`e2e ${OTHER}`] })],
    give: ['exception missing_at_provider'],
    open: ['0#out missing_at_bank'],
    why: 'Both name their payment, and they are two.',
  },
  'an end-to-end id booked three days later': {
    told: PAID,
    lines: [went({ on: '2026-03-05' })],
    give: ['matched 1 0#out'],
    why: 'The id is one payment whatever the day.',
  },
  'late in the evening in São Paulo': {
    told: [burn({ at: '2026-03-03T01:30:00Z' }), transfer({ at: '2026-03-03T01:30:00Z' })],
    lines: [went()],
    give: ['matched 1 0#out'],
    why: '01:30 UTC of the 3rd is 22:30 of the 2nd.',
  },
  'late in the evening, without the id': {
    told: [burn({ at: '2026-03-03T01:30:00Z' }), transfer({ at: '2026-03-03T01:30:00Z' })],
    lines: [went({ ids: [] })],
    give: ['proposal 0#out'],
    why: 'The local day is the same; an amount and a day are a proposal.',
  },
  'a burn of which no transfer was told': {
    told: [burn()],
    lines: [went()],
    give: ['proposal 0#out'],
    why: 'The end-to-end id is known on one side only.',
  },
  'a burn whose fee was not told': {
    told: [burn({ fee: null }), transfer()],
    lines: [went()],
    give: ['exception amount_unknown'],
    why: 'A fee that nobody told is not zero.',
  },
  'a burn whose QUEUED was lost': {
    told: [burn({ lost: ['queued'] }), transfer()],
    lines: [went()],
    give: ['exception amount_unknown'],
    why: 'The id is the same, and nobody told the amount.',
  },
  'a transfer of which no operation is known': {
    told: [transfer()],
    lines: [went()],
    give: ['exception amount_unknown'],
    why: 'The transfer owns the leg then, without an amount.',
  },
  'a burn under way, its transfer posted': {
    told: [burn({ ends: 'posted' }), transfer({ ends: 'posted' })],
    lines: [],
    give: [],
    open: ['0#out expected'],
    why: 'It may still come.',
  },
  'a burn that is done, its transfer posted': {
    told: [burn(), transfer({ ends: 'posted' })],
    lines: [],
    give: [],
    open: ['0#out expected'],
    why: 'The transfer says where the PIX is, not the burn.',
  },
  'a completed payout the bank never shows': {
    told: PAID,
    lines: [],
    give: [],
    open: ['0#out missing_at_bank'],
    why: 'The statement covers the day and does not have it.',
  },
  'a failed payout that the bank shows as paid': {
    told: [burn(), transfer({ ends: 'failed' })],
    lines: [went()],
    give: ['exception state_differs'],
    why: 'The failed transfer tells its end-to-end id, and the bank has it.',
  },
  'a failed payout that the bank does not show': {
    told: [burn(), transfer({ ends: 'failed' })],
    lines: [],
    give: [],
    open: ['0#out not_needed'],
    why: 'No money moved.',
  },
  'a second transfer after the first one failed': {
    told: [burn(), transfer({ ends: 'failed', e2e: OTHER }), transfer({ n: 13 })],
    lines: [went()],
    give: ['matched 1 0#out'],
    why: 'One payment, one leg, the ids of both attempts.',
  },
  'a payout sent back whole': {
    told: [burn(), transfer({ reverted: 149925 })],
    lines: [went(), back('1499.25')],
    give: ['matched 1 0#out', 'matched 1 0#return'],
    why: 'Both lines carry the original id; the direction tells them apart.',
  },
  'the return before the payout in the file': {
    told: [burn(), transfer({ reverted: 149925 })],
    lines: [back('1499.25'), went()],
    give: ['matched 1 0#return', 'matched 1 0#out'],
    why: 'The order of lines decides nothing.',
  },
  'a payout sent back in part': {
    told: [burn(), transfer({ reverted: 50000 })],
    lines: [went(), back('500.00')],
    give: ['matched 1 0#out', 'matched 1 0#return'],
    why: 'What came back is what the provider says came back.',
  },
  'a return of another amount': {
    told: [burn(), transfer({ reverted: 50000 })],
    lines: [went(), back('400.00')],
    give: ['matched 1 0#out', 'exception id_equal_amount_differs'],
    why: '100.00 of the return are missing.',
  },
  'a return with nothing but its own id': {
    told: [burn(), transfer({ reverted: 149925 })],
    lines: [went(), back('1499.25', { ids: [`pix_return ${DEVOLVED}`] })],
    give: ['matched 1 0#out', 'proposal 0#return'],
    why: 'No provider tells the id of the return.',
  },
  'a return in two parts': {
    told: [burn(), transfer({ reverted: 100000 })],
    lines: [went(), back('600.00'), back('400.00')],
    give: ['matched 1 0#out', 'proposal 0#return', 'proposal 0#return'],
    why: 'The two lines add up to what came back.',
  },
  'a return in two parts that do not add up': {
    told: [burn(), transfer({ reverted: 100000 })],
    lines: [went(), back('600.00'), back('300.00')],
    give: ['matched 1 0#out', 'exception split_incomplete', 'exception split_incomplete'],
    why: '100.00 are on no line.',
  },
  'a return the provider told and the bank does not show': {
    told: [burn(), transfer({ reverted: 149925 })],
    lines: [went()],
    give: ['matched 1 0#out'],
    open: ['0#return missing_at_bank'],
    why: 'The payout is there; the money that came back is not.',
  },
  'a return the bank shows and nobody told': {
    told: PAID,
    lines: [went(), back('1499.25')],
    give: ['matched 1 0#out', 'exception missing_at_provider'],
    why: 'The payout has its line; no leg comes in.',
  },
  'a return two days after the payout': {
    told: [burn(), transfer({ reverted: 149925 })],
    lines: [went(), back('1499.25', { on: '2026-03-04' })],
    give: ['matched 1 0#out', 'matched 1 0#return'],
    why: 'The original id decides, not the day.',
  },
  'dollars paid out as reais': {
    told: [usdToPix(), transfer({ of: 9, type: 'USD-TO-PIX' })],
    lines: [went({ amount: '-576.39' })],
    give: ['matched 1 0#out'],
    why: 'The amount in reais leaves, no fee is told.',
  },
  'dollars paid out, shown in cents': {
    told: [usdToPix(), transfer({ of: 9, type: 'USD-TO-PIX' })],
    lines: [went({ amount: '-57639.00' })],
    give: ['exception unit_suspect'],
    why: 'Exactly a hundredfold.',
  },
  'dollars whose PIX failed and that go back': {
    told: [
      [
        ['brla', 'usd-to-pix-failed'],
        ['brla', 'usd-to-pix-refund-posted'],
      ],
    ],
    lines: [],
    give: [],
    open: ['0#out not_needed'],
    why: 'The reais never left; the dollars go back on the chain.',
  },
  'two equal payouts with their ids': {
    told: [burn(), transfer(), burn({ n: 18 }), transfer({ n: 20, of: 18, e2e: OTHER })],
    lines: [went({ ids: [`e2e ${OTHER}`] }), went()],
    give: ['matched 1 2#out', 'matched 1 0#out'],
    why: 'The ids tell them apart.',
  },
  'two equal payouts without ids': {
    told: [burn(), transfer(), burn({ n: 18 }), transfer({ n: 20, of: 18, e2e: OTHER })],
    lines: [went({ ids: [] }), went({ ids: [] })],
    give: ['proposal 0#out 2#out', 'proposal 0#out 2#out'],
    why: 'Amount and day are proposals, each with its rival.',
  },
  'one end-to-end id on two lines': {
    told: PAID,
    lines: [went(), went({ on: '2026-03-03' })],
    give: ['exception duplicate_at_bank', 'exception duplicate_at_bank'],
    why: 'The bank has one payment twice.',
  },
  'one end-to-end id at two operations': {
    told: [burn(), transfer(), burn({ n: 18 }), transfer({ n: 20, of: 18 })],
    lines: [went()],
    give: ['exception duplicate_at_provider'],
    why: 'The provider tells one payment twice.',
  },
  'a payout in the wrong currency': {
    told: PAID,
    lines: [went({ currency: 'USD' })],
    give: ['exception currency_differs'],
    why: 'The id is the same, the money is not.',
  },
});
