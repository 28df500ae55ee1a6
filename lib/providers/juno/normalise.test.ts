import { describe, expect, test } from 'vitest';
import { type Changes, fixtureNames, readingOf } from '@/lib/providers/golden';
import { golden } from './golden';

const read = (name: string, changes?: Changes) => readingOf('juno', name, changes);
const factsOf = (name: string, changes?: Changes) => read(name, changes).events[0]?.facts;
const eventOf = (name: string) => [golden[name] ?? []].flat()[0];

describe('every fixture gives exactly its events', () => {
  test('each has its expectation', () => expect(fixtureNames('juno').sort()).toEqual(Object.keys(golden).sort()));
  test.each(Object.entries(golden))('%s', (name, events) => {
    expect(read(name)).toStrictEqual({ outcome: 'event', events: [events].flat() });
  });
});

describe('a word we do not know', () => {
  test.each([
    ['event', '"PING"', 'event says "PING", a word we do not know.'],
    ['payload.type', '"BRIDGE"', 'payload.type says "BRIDGE", a word we do not know.'],
    ['payload.type', '"constructor"', 'payload.type says "constructor", a word we do not know.'],
  ])('%s %s leaves no event: nothing tells which transaction it is', (path, value, reason) => {
    expect(read('issuance-complete', { [path]: value })).toEqual({
      outcome: 'unrecognised',
      reason,
      events: [],
    });
  });

  test('a status keeps its facts', () => {
    const { id, ...expected } = {
      ...eventOf('issuance-complete'),
      type: 'Unrecognised',
      providerStatus: 'ON_HOLD',
    };
    const reading = read('issuance-complete', { 'payload.status': '"ON_HOLD"' });
    expect(reading).toMatchObject({
      outcome: 'unrecognised',
      reason: 'payload.status says "ON_HOLD", a word we do not know.',
    });
    expect(reading.events).toMatchObject([expected]);
    expect(reading.events[0]?.id).not.toBe(id);
  });

  test.each([
    ['payload.redemption.refund_status', 'payload.redemption.refund_status says "ODD", a word we do not know.'],
    [
      'payload.redemption.refund_steps.1.status',
      'payload.redemption.refund_steps[1].status says "ODD", a word we do not know.',
    ],
  ])('%s keeps the facts, and says nothing of the refund', (path, reason) => {
    const reading = read('redemption-refund-complete', { [path]: '"ODD"' });
    expect(reading).toMatchObject({
      outcome: 'unrecognised',
      reason,
      events: [{ type: 'Unrecognised', providerStatus: 'FAILED' }],
    });
    expect(reading.events[0]?.facts.amount).toEqual({ amount: '101', currency: 'MXN' });
    expect(reading.events[0]?.facts.refund).toBeUndefined();
  });
});

const ID = 'payload.id should be an id without blanks of at most 200 characters, not';
const AMOUNT =
  'payload.issuance.amount should be a decimal amount of at most 20 digits before the point and 18 after, not';
const TIME = 'payload.updated_at should be a time with its offset, between 2009 and 2100, not';

const MALFORMED: [path: string, value: string | undefined, reason: string][] = [
  ['event', undefined, 'event is missing.'],
  ['event', '7', 'event should be a text of at most 500 characters, not the number 7.'],
  ['payload', 'null', 'payload is missing.'],
  ['payload', '[]', 'payload should be an object, not an array.'],
  ['payload.type', undefined, 'payload.type is missing.'],
  ['payload.status', '""', 'payload.status is missing.'],
  ['payload.id', undefined, 'payload.id is missing.'],
  ['payload.id', '12', `${ID} the number 12.`],
  ['payload.id', '"a b"', `${ID} "a b".`],
  ['payload.id', '"a\\u0007"', `${ID} "a\\u0007".`],
  ['payload.id', '"a\\u200b"', `${ID} "a\u200b".`],
  ['payload.id', `"${'x'.repeat(201)}"`, `${ID} "${'x'.repeat(60)}…".`],
  ['payload.updated_at', '"2026-02-02T15:20:14"', `${TIME} "2026-02-02T15:20:14".`],
  ['payload.updated_at', '1772452800123', `${TIME} the number 1772452800123.`],
  [
    'payload.created_at',
    '"soon"',
    'payload.created_at should be a time with its offset, between 2009 and 2100, not "soon".',
  ],
  ['payload.issuance', '5', 'payload.issuance should be an object, not the number 5.'],
  ['payload.issuance', '""', 'payload.issuance should be an object, not "".'],
  ['payload.issuance.amount', '{"value":"1"}', `${AMOUNT} an object.`],
  ['payload.issuance.amount', '"1,000.00"', `${AMOUNT} "1,000.00".`],
  ['payload.issuance.amount', '"+1"', `${AMOUNT} "+1".`],
  ['payload.issuance.amount', 'true', `${AMOUNT} true.`],
  ['payload.issuance.amount', '"123456789012345678901"', `${AMOUNT} "123456789012345678901".`],
  ['payload.issuance.amount', '"0.1234567890123456789"', `${AMOUNT} "0.1234567890123456789".`],
  ['payload.issuance.amount', '1e999', `${AMOUNT} the number 1e999.`],
  ['payload.issuance.refunded', '"false"', 'payload.issuance.refunded should be true or false, not "false".'],
  [
    'payload.issuance.deposit_sender_clabe',
    '646180000000000012',
    'payload.issuance.deposit_sender_clabe should be a text of at most 500 characters, not the number 646180000000000012.',
  ],
  ['payload.issuance.refund_steps', '{}', 'payload.issuance.refund_steps should be an array, not an object.'],
  ['payload.issuance.refund_steps', '["x"]', 'payload.issuance.refund_steps[0] should be an object, not "x".'],
  ['payload.issuance.refund_steps', '[null]', 'payload.issuance.refund_steps[0] is missing.'],
  ['payload.issuance.refund_steps', '[{"step":"TOKEN_MINT"}]', 'payload.issuance.refund_steps[0].status is missing.'],
];

describe('a value of the wrong form is unrecognised, and its path named', () => {
  test.each(MALFORMED)('%s = %s', (path, value, reason) => {
    expect(read('issuance-complete', { [path]: value })).toEqual({
      outcome: 'unrecognised',
      reason,
      events: [],
    });
  });

  test('a receiver account that is an array', () => {
    expect(read('redemption-complete', { 'payload.redemption.receiver_account': '[]' })).toMatchObject({
      reason: 'payload.redemption.receiver_account should be an object, not an array.',
    });
  });

  test('no time at all', () => {
    const reading = read('issuance-complete', {
      'payload.updated_at': undefined,
      'payload.created_at': 'null',
    });
    expect(reading).toEqual({
      outcome: 'unrecognised',
      reason: 'payload.updated_at is missing.',
      events: [],
    });
  });
});

describe('what is not said is left out, and what is said is kept', () => {
  test.each([['null'], ['""'], ['"  "'], [undefined]])('an amount of %s is unknown, not zero', (value) => {
    expect(read('issuance-complete', { 'payload.issuance.amount': value }).outcome).toBe('event');
    expect(factsOf('issuance-complete', { 'payload.issuance.amount': value })).not.toHaveProperty('amount');
  });

  test.each([
    ['100.50', '100.50'],
    ['0.1e-3', '0.0001'],
    ['1298.3766240000', '1298.3766240000'],
  ])('the JSON number %s is taken as written', (value, amount) => {
    expect(factsOf('issuance-complete', { 'payload.issuance.amount': value })?.amount?.amount).toBe(amount);
  });

  test('a payload without the member of its type is still an event', () => {
    const reading = read('issuance-complete', { 'payload.issuance': undefined });
    expect(reading).toMatchObject({ outcome: 'event', events: [{ type: 'Completed', kind: 'issuance' }] });
    expect(reading.events[0]?.facts).not.toHaveProperty('amount');
  });

  test('an update time that is missing falls back to the creation', () => {
    expect(read('issuance-complete', { 'payload.updated_at': undefined }).events[0]?.occurredAt).toBe(
      '2026-02-02T15:19:22Z',
    );
  });

  test('times are converted to UTC with every digit', () => {
    const changes = { 'payload.updated_at': '"2026-02-02T09:20:14.123456789-06:00"' };
    expect(read('issuance-complete', changes).events[0]?.occurredAt).toBe('2026-02-02T15:20:14.123456789Z');
  });

  test('currencies are written in capitals, and the token is told only for the documented pairs', () => {
    expect(factsOf('issuance-complete', { 'payload.issuance.asset': '"mxn"' })).toMatchObject({
      amount: { amount: '100', currency: 'MXN' },
      token: 'MXNB',
    });
    expect(factsOf('issuance-complete', { 'payload.issuance.asset': '"BRL"' })).not.toHaveProperty('token');
    expect(factsOf('issuance-complete', { 'payload.issuance.asset': 'null' })?.amount).toEqual({
      amount: '100',
      currency: null,
    });
  });

  test('both ways of telling a failure are read', () => {
    const changes = { 'payload.issuance.failure_reason': '"Stopped"' };
    expect(factsOf('issuance-refund-complete', changes)?.failure).toEqual({
      code: 'insufficient_deposit_amount_for_issuance',
      message: 'Stopped / The deposit is below the minimum',
    });
  });

  test('a refund that is null is no refund', () => {
    const changes = { 'payload.issuance.refund_status': 'null', 'payload.issuance.refund_steps': 'null' };
    expect(factsOf('issuance-complete', changes)).not.toHaveProperty('refund');
  });

  test('the refunded flag alone tells a refund only of what failed', () => {
    expect(factsOf('issuance-complete', { 'payload.issuance.refunded': 'true' })).not.toHaveProperty('refund');
  });

  test('fields we have never heard of pass', () => {
    const changes = { 'payload.novelty': '{"a":[1]}', 'payload.issuance.novelty': '1', novelty: 'true' };
    expect(factsOf('issuance-complete', changes)).toEqual(eventOf('issuance-complete')?.facts);
  });
});
