import { describe, expect, test } from 'vitest';
import { type Changes, fixtureNames, readingOf } from '@/lib/providers/golden';
import { golden } from './golden';

const read = (name: string, changes?: Changes) => readingOf('brla', name, changes);
const factsOf = (name: string, changes?: Changes) => read(name, changes).events[0]?.facts;
const eventOf = (name: string) => [golden[name] ?? []].flat()[0];

describe('every fixture gives exactly its events', () => {
  test('each has its expectation', () => expect(fixtureNames('brla').sort()).toEqual(Object.keys(golden).sort()));
  test.each(Object.entries(golden))('%s', (name, events) => {
    expect(read(name)).toStrictEqual({ outcome: 'event', events: [events].flat() });
  });
});

describe('a word we do not know', () => {
  test('a subscription leaves no event', () => {
    const reason = 'subscription says "TICKET", a word we do not know.';
    expect(read('mint-queued', { subscription: '"TICKET"' })).toEqual({
      outcome: 'unrecognised',
      reason,
      events: [],
    });
  });

  test.each([
    ['mint-queued', 'data.status', 'ON-HOLD'],
    ['money-transfer-reversed', 'data.status', 'RETURNED'],
    ['repost-transaction', 'data.status', 'SENT'],
    ['kyc-posted', 'data.kycStatus', 'EXPIRED'],
    ['usd-to-pix-posted', 'data.type', 'CHARGEBACK'],
  ])('in %s, %s keeps its facts and says nothing about other transactions', (name, path, word) => {
    const { id, transactionId, kind, facts } = eventOf(name) ?? {};
    const reading = read(name, { [path]: JSON.stringify(word) });
    expect(reading).toMatchObject({
      outcome: 'unrecognised',
      reason: `${path} says "${word}", a word we do not know.`,
    });
    expect(reading.events).toHaveLength(1);
    expect(reading.events[0]).toMatchObject({ id, transactionId, kind, type: 'Unrecognised', isEcho: false });
    expect(reading.events[0]?.facts.identifiers).toEqual(facts?.identifiers);
  });

  test('the unknown status is the provider status', () => {
    expect(read('mint-queued', { 'data.status': '"ON-HOLD"' }).events[0]?.providerStatus).toBe('ON-HOLD');
  });
});

const CENTS = 'data.amount should be a whole number of cents, not';
const TIME = 'createdAt should be UNIX milliseconds between 2009 and 2100, not';
const ID = 'an id without blanks of at most 200 characters';

describe('a value of the wrong form is unrecognised, and its path named', () => {
  test.each<[path: string, value: string | undefined, reason: string]>([
    ['subscription', undefined, 'subscription is missing.'],
    ['id', 'null', 'id is missing.'],
    ['id', '"evt 1"', `id should be ${ID}, not "evt 1".`],
    ['createdAt', undefined, 'createdAt is missing.'],
    ['createdAt', '1772452800', `${TIME} the number 1772452800.`],
    ['createdAt', '1772452800123000', `${TIME} the number 1772452800123000.`],
    ['createdAt', '1772452800123.5', `${TIME} the number 1772452800123.5.`],
    ['createdAt', '"1772452800123"', `${TIME} "1772452800123".`],
    ['data', '[]', 'data should be an object, not an array.'],
    ['data', undefined, 'data is missing.'],
    ['data.id', undefined, 'data.id is missing.'],
    ['data.status', undefined, 'data.status is missing.'],
    ['data.amount', '"99750"', `${CENTS} "99750".`],
    ['data.amount', '997.50', `${CENTS} the number 997.50.`],
    ['data.amount', '99750.0', `${CENTS} the number 99750.0.`],
    ['data.amount', '1e5', `${CENTS} the number 1e5.`],
    ['data.amount', `1${'0'.repeat(22)}`, `${CENTS} the number 1${'0'.repeat(22)}.`],
    ['data.amount', 'false', `${CENTS} false.`],
    ['data.depositId', '"a b"', `data.depositId should be ${ID}, not "a b".`],
    ['data.walletAddress', '{}', 'data.walletAddress should be a text of at most 500 characters, not an object.'],
  ])('%s = %s', (path, value, reason) => {
    expect(read('mint-queued', { [path]: value })).toEqual({ outcome: 'unrecognised', reason, events: [] });
  });

  test.each([
    ['pix-to-token-queued', 'data.amountToken'],
    ['balance-update', 'data.amount'],
  ])('%s: %s in whole units is a text; of a number the unit would be a guess', (name, path) => {
    const reason = `${path} should be a decimal amount of at most 20 digits before the point and 18 after, not the number 129837.`;
    expect(read(name, { [path]: '129837' })).toMatchObject({ outcome: 'unrecognised', reason });
  });
});

describe('cents', () => {
  test.each([
    ['0', '0.00'],
    ['7', '0.07'],
    ['-250', '-2.50'],
    ['9007199254740993', '90071992547409.93'],
    ['1234567890123456789012', '12345678901234567890.12'],
  ])('%s is %s', (cents, amount) => {
    expect(factsOf('mint-queued', { 'data.amount': cents })?.amount).toEqual({ amount, currency: 'BRLA' });
  });

  test('a fee that is not said is not a fee of zero', () => {
    expect(factsOf('mint-queued', { 'data.discountedFee': undefined })).not.toHaveProperty('fees');
    expect(factsOf('mint-queued', { 'data.discountedFee': '0' })?.fees).toEqual([
      { kind: 'discounted', amount: { amount: '0.00', currency: 'BRLA' } },
    ]);
  });
});

describe('which way a swap goes', () => {
  test('dollars in, reais out', () => {
    expect(factsOf('swap-queued', { 'data.usdToBrla': 'true' })).toMatchObject({
      amount: { amount: '104.27', currency: 'USDC' },
      amountOut: { amount: '601.00', currency: 'BRLA' },
    });
  });
  test('is not guessed', () => {
    const facts = factsOf('swap-queued', { 'data.usdToBrla': undefined });
    expect(facts).not.toHaveProperty('amount');
    expect(facts).not.toHaveProperty('amountOut');
  });
});

describe('currencies', () => {
  test.each([
    ['"usdc"', 'USDC'],
    ['"Usdt"', 'USDT'],
    ['"axlUSDC"', 'axlUSDC'],
    ['null', 'USD'],
    ['""', 'USD'],
  ])('a coin %s is %s', (coin, currency) => {
    expect(factsOf('pix-to-usd-queued', { 'data.coin': coin })?.amountOut).toEqual({
      amount: '0.97',
      currency,
    });
  });
  test('a token that is not named is not guessed', () => {
    expect(factsOf('pix-to-token-queued', { 'data.token': undefined })?.amountOut?.currency).toBeNull();
    expect(factsOf('balance-update', { 'data.tokenName': undefined })?.amount?.currency).toBeNull();
  });
});

describe('a refund of USD-TO-PIX', () => {
  test.each([
    ['QUEUED', 'pending'],
    ['POSTED', 'processing'],
    ['SUCCESS', 'completed'],
    ['FAILED', 'failed'],
  ])('%s is %s, and the payment stays failed', (word, status) => {
    expect(read('usd-to-pix-refund-posted', { 'data.status': JSON.stringify(word) }).events).toMatchObject([
      { type: 'Failed', providerStatus: word, facts: { refund: { status, providerStatus: word } } },
    ]);
  });
  test.each(['null', '""'])('a type of %s is no refund', (type) => {
    expect(read('usd-to-pix-refund-success', { 'data.type': type }).events[0]).toMatchObject({
      type: 'Completed',
    });
    expect(factsOf('usd-to-pix-refund-success', { 'data.type': type })).not.toHaveProperty('refund');
  });
});

describe('what a reversed transfer says about the operation behind it', () => {
  const echo = (changes: Changes) => read('money-transfer-reversed', changes).events[1];

  test.each([
    ['"USD-TO-PIX"', 'usd_to_pix'],
    ['"LOAN"', null],
    ['null', null],
  ])('an operation of type %s is %s', (type, kind) => {
    expect(echo({ 'data.associatedOperationType': type })).toMatchObject({
      kind,
      type: 'Reversed',
      isEcho: true,
    });
  });
  test('is nothing when it names none', () => expect(echo({ 'data.associatedOperationId': 'null' })).toBeUndefined());
  test('may leave the amount open', () => {
    expect(echo({ 'data.revertedAmount': undefined })?.facts).not.toHaveProperty('revertedAmount');
  });
});
