import { cases, type ShortLine } from './golden-case';
import { CLAVE_OUT, issuance, redemption, SENDER } from './golden-payments';

/** For tests only: how payments end on SPEI, what it gives back, what no bank sees, and rows that are no payments. */

const PAID: ShortLine = { on: '2026-02-10', amount: '-100.00', ids: [`clave_rastreo ${CLAVE_OUT}`] };

export const SPEI_RETURNS = cases('spei', {
  'a failed redemption that the bank shows as paid': {
    told: [redemption({ status: 'FAILED' })],
    lines: [PAID],
    give: ['exception state_differs'],
    why: 'The money left, and the provider says it did not.',
  },
  'a failed redemption that the bank does not show': {
    told: [redemption({ status: 'FAILED' })],
    lines: [],
    give: [],
    open: ['0#out not_needed'],
    why: 'No money moved.',
  },
  'a completed redemption the bank never shows': {
    told: [redemption()],
    lines: [],
    give: [],
    open: ['0#out missing_at_bank'],
    why: 'The statement covers the day and does not have it.',
  },
  'a redemption under way': {
    told: [redemption({ status: 'IN_PROGRESS', clave: null })],
    lines: [],
    give: [],
    open: ['0#out expected'],
    why: 'It may still come.',
  },
  'a redemption under way that the bank has already': {
    told: [redemption({ status: 'IN_PROGRESS' })],
    lines: [PAID],
    give: ['matched 1 0#out'],
    why: 'The bank was faster than the message.',
  },
  'a refunded issuance: both ways': {
    told: [[['juno', 'issuance-refund-complete']]],
    lines: [
      { on: '2026-02-05', amount: '99.00', ids: ['clave_rastreo SYNTHSPEI000000000000000002'] },
      { on: '2026-02-05', amount: '-99.00', ids: [`clabe ${SENDER}`] },
    ],
    give: ['matched 1 0#in', 'matched 2 0#return'],
    why: 'The deposit has its clave; of the return only Bitso’s own ids are told, so account, amount and day decide.',
  },
  'a return of which the bank prints Bitso’s id': {
    told: [[['juno', 'issuance-refund-complete']]],
    lines: [
      { on: '2026-02-05', amount: '99.00', ids: ['clave_rastreo SYNTHSPEI000000000000000002'] },
      { on: '2026-02-05', amount: '-99.00', ids: ['~reference a0b298db5a4213f29e8c980b14b8123a'] },
    ],
    give: ['matched 1 0#in', 'proposal 0#return'],
    why: 'A reference is a suggestion: it is no clave.',
  },
  'a refund that is not finished': {
    told: [[['juno', 'issuance-refund-pending']]],
    lines: [{ on: '2026-02-05', amount: '99.00', ids: ['clave_rastreo SYNTHSPEI000000000000000002'] }],
    give: ['matched 1 0#in'],
    open: ['0#return expected'],
    why: 'The deposit arrived though its issuance failed; the return may still come.',
  },
  'a refund of which only the flag is told': {
    told: [[['juno', 'issuance-refunded-flag-only']]],
    lines: [{ on: '2026-02-05', amount: '-99.50', ids: [`clabe ${SENDER}`] }],
    give: ['matched 2 0#return'],
    open: ['0#in missing_at_bank'],
    why: 'What was given back had come in.',
  },
  'a failed issuance of which nothing arrived': {
    told: [[['juno', 'issuance-failed']]],
    lines: [],
    give: [],
    open: ['0#in not_needed'],
    why: 'Neither a clave nor a refund says that money came.',
  },
  'a failed issuance whose money came all the same': {
    told: [[['juno', 'issuance-failed']]],
    lines: [{ on: '2026-02-04', amount: '250.75', ids: [`clabe ${SENDER}`] }],
    give: ['exception state_differs'],
    why: 'Sender, amount and day agree, and the provider says failed.',
  },
  'a refunded redemption': {
    told: [[['juno', 'redemption-refund-complete']]],
    lines: [],
    give: [],
    open: ['0#out not_needed'],
    why: 'The pesos never left; the tokens went back.',
  },
  'an issuance of BRL1': {
    told: [[['juno', 'issuance-bitso-transfer-complete']]],
    lines: [],
    give: [],
    why: 'A Bitso transfer is on no rail that a Mexican bank has.',
  },
  'a conversion': {
    told: [[['juno', 'conversion-complete']]],
    lines: [],
    give: [],
    why: 'It happens inside Juno.',
  },
  'a balance row': {
    told: [issuance()],
    lines: [{ on: '2026-02-10', amount: '100.00', kind: 'balance', ids: [`clabe ${SENDER}`] }],
    give: ['not_needed'],
    open: ['0#in missing_at_bank'],
    why: 'A balance moves nothing, whatever amount it shows.',
  },
  'a commission and its tax': {
    told: [],
    lines: [
      { on: '2026-02-10', amount: '-3.50', kind: 'fee', text: 'COMISION SPEI' },
      { on: '2026-02-10', amount: '-0.56', kind: 'tax', text: 'IVA COMISION' },
    ],
    give: ['not_needed', 'not_needed'],
    why: 'They are the bank’s own.',
  },
  'a payment nobody told about': {
    told: [],
    lines: [{ on: '2026-02-10', amount: '17.00', text: 'DEPOSITO' }],
    give: ['exception missing_at_provider'],
    why: 'There is nothing to match it with.',
  },
  'two deposits of one sender on one line': {
    told: [issuance({ clave: null, amount: '60' }), issuance({ n: 12, clave: null, amount: '40' })],
    lines: [{ on: '2026-02-10', amount: '100.00', ids: [`clabe ${SENDER}`] }],
    give: ['proposal 0#in 1#in'],
    why: 'Together they add up to the line; sets are proposed and never taken.',
  },
  'one deposit on two lines': {
    told: [issuance({ clave: null })],
    lines: [
      { on: '2026-02-10', amount: '70.00', ids: [`clabe ${SENDER}`] },
      { on: '2026-02-10', amount: '30.00', ids: [`clabe ${SENDER}`] },
    ],
    give: ['proposal 0#in', 'proposal 0#in'],
    why: 'The lines add up to it.',
  },
  'a part of a deposit': {
    told: [issuance({ clave: null })],
    lines: [{ on: '2026-02-10', amount: '70.00', ids: [`clabe ${SENDER}`] }],
    give: ['exception amount_differs'],
    why: 'A part alone adds up to nothing.',
  },
  'one clave on two lines that add up': {
    told: [issuance({ clave: 'SYNTHSPEI000000000000000005' })],
    lines: [
      { on: '2026-02-10', amount: '70.00', ids: ['clave_rastreo SYNTHSPEI000000000000000005'] },
      { on: '2026-02-10', amount: '30.00', ids: ['clave_rastreo SYNTHSPEI000000000000000005'] },
    ],
    give: ['proposal 0#in', 'proposal 0#in'],
    why: 'One payment booked in two: proposed together.',
  },
  'one clave on two lines that do not add up': {
    told: [issuance({ clave: 'SYNTHSPEI000000000000000005' })],
    lines: [
      { on: '2026-02-10', amount: '70.00', ids: ['clave_rastreo SYNTHSPEI000000000000000005'] },
      { on: '2026-02-10', amount: '20.00', ids: ['clave_rastreo SYNTHSPEI000000000000000005'] },
    ],
    give: ['exception split_incomplete', 'exception split_incomplete'],
    why: '10.00 of the payment are on no line.',
  },
});
