import { cases, type ShortLine } from './golden-case';
import { burn, CNPJ, mint, PAY_IN_E2E, pixToUsd } from './golden-payments';

/** For tests only: pay-ins by PIX, of which v1 never tells an end-to-end id, and Avenia’s tickets, which do. */

const came = (more: Partial<ShortLine> = {}): ShortLine => ({
  on: '2026-03-02',
  amount: '1000.00',
  ids: [`tax_id ${CNPJ}`],
  ...more,
});
const TICKET = [['brla', 'avenia-payin-paid'] as const];
const PAYER = '11144477735';

export const PAY_INS = cases('pix', {
  'a mint by payer, amount and day': {
    told: [mint()],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: 'The bank got amount and discounted fee; no id of the pay-in is told.',
  },
  'a mint without its fee at the bank': {
    told: [mint()],
    lines: [came({ amount: '997.50' })],
    give: ['exception amount_differs'],
    why: 'What came in is amount and fee, exactly; 2.50 less is unexplained.',
  },
  'a mint whose fee is zero': {
    told: [mint({ fee: 0 })],
    lines: [came({ amount: '997.50' })],
    give: ['matched 2 0#in'],
    why: 'A fee of zero was told.',
  },
  'a mint whose fee was not told': {
    told: [mint({ fee: null })],
    lines: [came({ amount: '997.50' })],
    give: ['exception amount_unknown'],
    why: 'A fee that nobody told is not zero.',
  },
  'a payer printed with dots and slash': {
    told: [mint()],
    lines: [came({ ids: ['tax_id 11.222.333/0001-81'] })],
    give: ['matched 2 0#in'],
    why: 'Punctuation is no part of a CNPJ.',
  },
  'a payer found in the text': {
    told: [mint()],
    lines: [came({ ids: [`~tax_id ${CNPJ}`] })],
    give: ['matched 2 0#in'],
    why: 'The text has it whole.',
  },
  'our own tax id in the text': {
    told: [mint()],
    lines: [came({ ids: [`tax_id ${CNPJ}`, '~tax_id 00000000000191'] })],
    give: ['matched 2 0#in'],
    why: 'A tax id in the text contradicts nothing.',
  },
  'another payer, the same amount and day': {
    told: [mint()],
    lines: [came({ ids: ['tax_id 00000000000191'] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Both name the payer, and they are two.',
  },
  'a CPF that the bank masks': {
    told: [mint({ taxId: PAYER })],
    lines: [came({ ids: ['masked_tax_id ***.444.777-**'] })],
    give: ['proposal 0#in'],
    why: 'The digits that can be seen are the payer’s, the hidden ones may not be.',
  },
  'a masked CPF of somebody else': {
    told: [mint({ taxId: PAYER })],
    lines: [came({ ids: ['masked_tax_id ***.982.247-**'] })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'The digits that can be seen are not.',
  },
  'a CPF masked to two digits': {
    told: [mint({ taxId: PAYER })],
    lines: [came({ ids: ['masked_tax_id ***.***.***-35'] })],
    give: ['proposal 0#in'],
    why: 'Two digits agree by chance too often.',
  },
  'a bank with nothing but the reference label': {
    told: [mint()],
    lines: [came({ ids: ['~reference synthetic-label-1'] })],
    give: ['proposal 0#in'],
    why: 'A reference is a suggestion.',
  },
  'a bank with nothing but amount and day': {
    told: [mint()],
    lines: [came({ ids: [] })],
    give: ['proposal 0#in'],
    why: 'Nothing stands against it, and little speaks for it.',
  },
  'a bank that has an end-to-end id v1 never tells': {
    told: [mint()],
    lines: [came({ ids: [`e2e ${PAY_IN_E2E}`, `tax_id ${CNPJ}`] })],
    give: ['matched 2 0#in'],
    why: 'One side without an id contradicts nothing.',
  },
  'two equal pay-ins of one payer': {
    told: [mint(), mint({ n: 16, label: 'synthetic-label-2' })],
    lines: [came(), came()],
    give: ['exception several_candidates', 'exception several_candidates'],
    why: 'Nothing tells which is which.',
  },
  'two equal pay-ins of two payers': {
    told: [mint(), mint({ n: 16, taxId: PAYER })],
    lines: [came({ ids: [`tax_id ${PAYER}`] }), came()],
    give: ['matched 2 1#in', 'matched 2 0#in'],
    why: 'The payers tell them apart.',
  },
  'one pay-in, two equal lines of its payer': {
    told: [mint()],
    lines: [came(), came()],
    give: ['proposal 0#in', 'proposal 0#in'],
    why: 'Which of two real payments it is nobody can say.',
  },
  'two pay-ins, one line': {
    told: [mint(), mint({ n: 16 })],
    lines: [came()],
    give: ['exception several_candidates'],
    why: 'Both fit equally well.',
  },
  'a pay-in the day before by the local clock': {
    told: [mint({ at: '2026-03-03T02:59:59Z' })],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: 'A second before midnight in São Paulo.',
  },
  'a pay-in a day later at the bank': {
    told: [mint()],
    lines: [came({ on: '2026-03-03' })],
    give: ['matched 2 0#in'],
    why: 'Inside the window of one day.',
  },
  'a pay-in two days later at the bank': {
    told: [mint()],
    lines: [came({ on: '2026-03-04' })],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Outside the window of one day.',
  },
  'a mint whose QUEUED was lost': {
    told: [mint({ lost: ['queued'] })],
    lines: [came()],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Without QUEUED neither amount nor payer is known: nothing joins them.',
  },
  'a mint that failed': {
    told: [mint({ ends: 'failed' })],
    lines: [],
    give: [],
    open: ['0#in not_needed'],
    why: 'The provider says no money moved.',
  },
  'a mint that failed, its money at the bank': {
    told: [mint({ ends: 'failed' })],
    lines: [came()],
    give: ['exception state_differs'],
    why: 'Payer, amount and day agree, and the provider says failed.',
  },
  'a mint under way, its money at the bank': {
    told: [mint({ ends: 'posted' })],
    lines: [came()],
    give: ['matched 2 0#in'],
    why: 'The bank was first.',
  },
  'a mint in cents': {
    told: [mint()],
    lines: [came({ amount: '100000.00' })],
    give: ['exception unit_suspect'],
    why: 'Exactly a hundredfold.',
  },
  'reais for dollars': {
    told: [pixToUsd()],
    lines: [came({ amount: '600.00', ids: [] })],
    give: ['proposal 0#in'],
    why: 'No payer is told: amount and day are a proposal.',
  },
  'reais for dollars by the order printed': {
    told: [pixToUsd()],
    lines: [came({ amount: '600.00', ids: ['~reference fc70261c-11d5-4261-a7bf-aa7b762fa8e9'] })],
    give: ['proposal 0#in'],
    why: 'The order is a reference, and a suggestion.',
  },
  'reais for tokens': {
    told: [
      [
        ['brla', 'pix-to-token-queued'],
        ['brla', 'pix-to-token-success'],
      ],
    ],
    lines: [came({ amount: '1234.56', ids: [] })],
    give: ['proposal 0#in'],
    why: 'Amount and day.',
  },
  'a ticket paid in, by its end-to-end id': {
    told: [TICKET],
    lines: [came({ ids: [`e2e ${PAY_IN_E2E}`] })],
    give: ['matched 1 0#in'],
    why: 'Avenia tells the id of a pay-in.',
  },
  'a ticket paid in, its id at another amount': {
    told: [TICKET],
    lines: [came({ ids: [`e2e ${PAY_IN_E2E}`], amount: '999.00' })],
    give: ['exception id_equal_amount_differs'],
    why: 'The id is the same.',
  },
  'a ticket paid in, by its payer': {
    told: [TICKET],
    lines: [came({ ids: [`tax_id ${PAYER}`] })],
    give: ['matched 2 0#in'],
    why: 'Payer, amount and day.',
  },
  'a ticket paid out': {
    told: [[['brla', 'avenia-payout-paid']]],
    lines: [{ on: '2026-03-02', amount: '-100.00', ids: ['e2e E99999999202603021319synthetic04'] }],
    give: ['matched 1 0#out'],
    why: 'The amount that comes out is the bank’s.',
  },
  'a ticket on hold': {
    told: [[['brla', 'avenia-payout-on-hold']]],
    lines: [],
    give: [],
    why: 'It tells neither an amount nor an id: there is no leg.',
  },
  'a check of identity': {
    told: [[['brla', 'kyc-success']]],
    lines: [],
    give: [],
    why: 'It moves no money.',
  },
  'a payout and a pay-in of one amount': {
    told: [mint({ cents: 99750 }), burn({ cents: 100075 })],
    lines: [came(), came({ amount: '-1000.00', ids: [] })],
    give: ['matched 2 0#in', 'proposal 1#out'],
    why: 'The direction keeps them apart.',
  },
  'a tariff of the bank': {
    told: [mint()],
    lines: [came(), { on: '2026-03-02', amount: '-0.99', kind: 'fee', text: 'TARIFA PIX' }],
    give: ['matched 2 0#in', 'not_needed'],
    why: 'A fee row is the bank’s own.',
  },
  'the opening balance': {
    told: [],
    lines: [{ on: '2026-03-01', amount: '1000.00', kind: 'balance', text: 'SALDO ANTERIOR' }],
    give: ['not_needed'],
    why: 'A balance moves nothing.',
  },
});
