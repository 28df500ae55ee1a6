import { describe, expect, test } from 'vitest';
import { lineOf, type Message, type ShortLine, transactionsOf } from './golden-case';
import { burn, CLAVE_IN, CUIT, CVU, deposit, E2E, issuance, SENDER, transfer } from './golden-payments';
import { failuresOf, judge, strengthOf } from './judge';
import { compareMasked } from './judge-ids';
import type { Leg } from './leg';
import { legId } from './leg-ids';
import { legsOf } from './legs';

function bankLeg(told: readonly Message[]): Leg {
  const related = transactionsOf(told);
  const found = related
    .flatMap((one) => legsOf(one, { environment: 'stage', related }))
    .find(({ rail }) => rail !== 'chain');
  if (!found) throw new Error('No leg');
  return found;
}

const DEPOSIT = bankLeg(deposit());
const ISSUANCE = bankLeg(issuance());
const PAYOUT = bankLeg([...burn(), ...transfer()]);
const ars = (more: Partial<ShortLine> = {}) =>
  lineOf({ on: '2026-02-10', amount: '12345.67', currency: 'ARS', ...more });
const mxn = (more: Partial<ShortLine> = {}) => lineOf({ on: '2026-02-10', amount: '100.00', currency: 'MXN', ...more });
const brl = (more: Partial<ShortLine> = {}) =>
  lineOf({ on: '2026-03-02', amount: '-1499.25', currency: 'BRL', ...more });

describe('strength', () => {
  test('a rail id with its amount proves', () => {
    expect(strengthOf(judge(brl({ ids: [`e2e ${E2E}`] }), PAYOUT))).toBe('proven');
    expect(strengthOf(judge(mxn({ ids: [`clave_rastreo ${CLAVE_IN}`] }), ISSUANCE))).toBe('proven');
  });
  test('an account or a tax id with amount and day may be the only one', () => {
    expect(strengthOf(judge(ars({ ids: [`cbu ${CVU}`] }), DEPOSIT))).toBe('unique');
    expect(strengthOf(judge(ars({ ids: [`tax_id ${CUIT}`] }), DEPOSIT))).toBe('unique');
  });
  test('amount and day alone are a proposal', () => expect(strengthOf(judge(ars(), DEPOSIT))).toBe('similar'));
  test('a name of the same words changes nothing about that', () => {
    const criteria = judge(ars({ name: 'UNO TITULAR' }), DEPOSIT);
    expect([criteria.name, strengthOf(criteria)]).toEqual(['similar', 'similar']);
  });
  test('a tax id of which a part is hidden is a proposal, as far as it agrees', () => {
    expect(strengthOf(judge(ars({ ids: ['masked_tax_id 20-******01-9'] }), DEPOSIT))).toBe('similar');
    expect(strengthOf(judge(ars({ ids: ['masked_tax_id 20-******02-9'] }), DEPOSIT))).toBe('no');
    expect(strengthOf(judge(ars({ ids: ['~masked_tax_id 20-******02-9'] }), DEPOSIT))).toBe('similar');
  });
  test('a clave without its day or its sender proves nothing', () => {
    const ids = [`clave_rastreo ${CLAVE_IN}`];
    expect(failuresOf(judge(mxn({ ids, on: '2026-02-20' }), ISSUANCE))).toEqual(['day']);
    expect(failuresOf(judge(mxn({ ids: [...ids, 'clabe 032180000118359719'] }), ISSUANCE))).toEqual(['account']);
  });
  test('an end-to-end id needs neither', () => {
    expect(strengthOf(judge(brl({ ids: [`e2e ${E2E}`], on: '2026-04-01' }), PAYOUT))).toBe('proven');
  });
});

describe('the day', () => {
  test.each([
    ['2026-02-10', 'same', 0],
    ['2026-02-11', 'inside', 1],
    ['2026-02-09', 'inside', -1],
    ['2026-02-12', 'outside', 2],
  ])('%s of a deposit of the 10th', (on, verdict, days) => {
    expect(judge(ars({ on }), DEPOSIT).day).toEqual({ verdict, days, window: 1 });
  });
  test('counts banking days on SPEI', () => {
    const friday = bankLeg(issuance({ at: '2026-02-13T16:00:00Z' }));
    expect(judge(mxn({ on: '2026-02-16' }), friday).day).toEqual({ verdict: 'inside', days: 1, window: 1 });
    expect(judge(mxn({ on: '2026-02-17' }), friday).day).toEqual({ verdict: 'outside', days: 2, window: 1 });
  });
  test('has the window that the rule sets', () => {
    expect(judge(ars({ on: '2026-02-13' }), DEPOSIT, { windowDays: 3 }).day.verdict).toBe('inside');
    expect(judge(ars({ on: '2026-02-11' }), DEPOSIT, { windowDays: 0 }).day.verdict).toBe('outside');
  });
});

describe('accounts and tax ids', () => {
  test('agree, differ or stay silent', () => {
    expect(judge(mxn({ ids: [`clabe ${SENDER}`] }), ISSUANCE).account.verdict).toBe('agrees');
    expect(judge(mxn({ ids: ['clabe 032180000118359719'] }), ISSUANCE).account.verdict).toBe('contradicts');
    expect(judge(mxn(), ISSUANCE).account.verdict).toBe('silent');
  });
  test('found in free text contradict nothing', () => {
    expect(judge(mxn({ ids: ['~clabe 032180000118359719'] }), ISSUANCE).account.verdict).toBe('silent');
  });
  test.each([
    ['***.444.777-**', 'agrees'],
    ['•••.444.777-••', 'agrees'],
    ['***.444.778-**', 'contradicts'],
    ['***.***.***-35', 'hidden'],
    ['*******7735', 'agrees'],
    ['*****7735', 'agrees'],
    ['****11144477735', 'contradicts'],
  ])('the masked tax id %s against 111.444.777-35 %s', (masked, verdict) => {
    expect(compareMasked(masked, [legId('tax_id', '111.444.777-35')]).verdict).toBe(verdict);
  });
  test('a mask without anything to compare it with is silent', () => {
    expect(compareMasked('***.444.777-**', []).verdict).toBe('silent');
  });
});

describe('amount and currency', () => {
  test('equal whatever the zeros', () => expect(judge(mxn({ amount: '100' }), ISSUANCE).amount.verdict).toBe('equal'));
  test('differ by what the bank shows more', () => {
    expect(judge(brl({ amount: '-1500.00' }), PAYOUT).amount).toEqual({ verdict: 'differs', difference: '0.75' });
  });
  test('in two currencies have no difference', () => {
    const criteria = judge(mxn({ currency: 'USD' }), ISSUANCE);
    expect(criteria.amount).toEqual({ verdict: 'differs', difference: null });
    expect(criteria.currency).toBe('differs');
  });
  test('of which one side does not say are not held against it', () => {
    expect(judge({ ...mxn(), currency: null }, ISSUANCE).currency).toBe('unknown');
  });
});
