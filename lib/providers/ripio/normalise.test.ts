import { describe, expect, test } from 'vitest';
import { type Changes, fixtureNames, readingOf } from '@/lib/providers/golden';
import { golden } from './golden';

const read = (name: string, changes?: Changes) => readingOf('ripio', name, changes);
const factsOf = (name: string, changes?: Changes) => read(name, changes).events[0]?.facts;
const eventOf = (name: string) => [golden[name] ?? []].flat()[0];

describe('every fixture gives exactly its events', () => {
  test('each has its expectation', () => expect(fixtureNames('ripio').sort()).toEqual(Object.keys(golden).sort()));
  test.each(Object.entries(golden))('%s', (name, events) => {
    expect(read(name)).toStrictEqual({ outcome: 'event', events: [events].flat() });
  });
});

describe('a word we do not know', () => {
  test.each(['KYC.COMPLETED', 'FIAT_DEPOSIT', 'FIAT_DEPOSIT.', '.COMPLETED', 'toString.COMPLETED'])(
    '%s leaves no event',
    (word) => {
      expect(read('fiat-deposit-completed', { event_type: JSON.stringify(word) })).toEqual({
        outcome: 'unrecognised',
        reason: `event_type says "${word}", a word we do not know.`,
        events: [],
      });
    },
  );

  test('a deposit in a state we do not know keeps its facts', () => {
    const reading = read('fiat-deposit-completed', {
      event_type: '"FIAT_DEPOSIT.FROZEN"',
      'payload.status': '"FROZEN"',
    });
    expect(reading).toMatchObject({
      outcome: 'unrecognised',
      reason: 'event_type says "FIAT_DEPOSIT.FROZEN", a word we do not know.',
      events: [{ type: 'Unrecognised', providerStatus: 'FROZEN', facts: eventOf('fiat-deposit-completed')?.facts }],
    });
  });

  test('a refunding withdrawal in a state we do not know says nothing about its deposit', () => {
    const changes = { event_type: '"FIAT_WITHDRAWAL.FROZEN"' };
    expect(read('fiat-withdrawal-refund-completed', changes).events).toMatchObject([
      { type: 'Unrecognised', isEcho: false },
    ]);
  });
});

const AMOUNT = 'payload.amount should be a decimal amount of at most 20 digits before the point and 18 after, not';
const ID = 'an id without blanks of at most 200 characters';

describe('a value of the wrong form is unrecognised, and its path named', () => {
  test.each<[path: string, value: string | undefined, reason: string]>([
    ['event_type', undefined, 'event_type is missing.'],
    ['event_type', '{}', 'event_type should be a text of at most 500 characters, not an object.'],
    ['payload', undefined, 'payload is missing.'],
    ['payload', '"text"', 'payload should be an object, not "text".'],
    ['payload.id', '""', 'payload.id is missing.'],
    ['payload.id', '"a\\tb"', `payload.id should be ${ID}, not "a\\tb".`],
    ['payload.amount', '["12345.67"]', `${AMOUNT} an array.`],
    ['payload.amount', '"12.345,67"', `${AMOUNT} "12.345,67".`],
    [
      'payload.updated_at',
      '"10/02/2026"',
      'payload.updated_at should be a time with its offset, between 2009 and 2100, not "10/02/2026".',
    ],
    [
      'payload.refunded_fiat_deposit',
      '"a b"',
      `payload.refunded_fiat_deposit should be ${ID}, bare or as the id of an object, not "a b".`,
    ],
    [
      'payload.refunded_fiat_deposit',
      '{}',
      `payload.refunded_fiat_deposit should be ${ID}, bare or as the id of an object, not an object.`,
    ],
  ])('%s = %s', (path, value, reason) => {
    expect(read('fiat-withdrawal-completed', { [path]: value })).toEqual({
      outcome: 'unrecognised',
      reason,
      events: [],
    });
  });

  test('no time at all', () => {
    const reading = read('fiat-withdrawal-completed', {
      'payload.updated_at': '""',
      'payload.created_at': undefined,
    });
    expect(reading).toEqual({
      outcome: 'unrecognised',
      reason: 'payload.updated_at is missing.',
      events: [],
    });
  });
});

describe('the same content is the same event', () => {
  const idOf = (changes: Changes) => read('fiat-deposit-completed', changes).events[0]?.id;
  const { id } = eventOf('fiat-deposit-completed') ?? {};

  test('whenever it was sent', () => {
    expect(idOf({ issued_datetime: '"2026-02-11T00:00:00Z"' })).toBe(id);
    expect(idOf({ issued_datetime: undefined, issue_datetime: '"2026-02-12T00:00:00Z"' })).toBe(id);
  });
  test('and other content is another', () => {
    expect(idOf({ 'payload.refunded': 'true' })).not.toBe(id);
    expect(idOf({ 'payload.novelty': '1' })).not.toBe(id);
  });
});

describe('the refund of a deposit', () => {
  test('is under way when it has an id and the deposit is not cancelled as refunded yet', () => {
    const changes = { 'payload.refund_fiat_withdrawal_id': '"w-1"' };
    expect(read('fiat-deposit-completed', changes).events[0]?.type).toBe('Completed');
    expect(factsOf('fiat-deposit-completed', changes)).toMatchObject({
      refund: {
        status: 'processing',
        steps: [{ step: 'FIAT_WITHDRAWAL', status: 'processing', providerStatus: 'refunded', id: 'w-1' }],
      },
      links: [{ relation: 'refunded_by', target: 'ripio:w-1' }],
    });
    expect(read('fiat-deposit-cancelled', changes).events[0]).toMatchObject({
      type: 'Returned',
      facts: { refund: { status: 'processing' } },
    });
  });

  test('is under way while the flag is set and the deposit is not cancelled', () => {
    const { refund } = factsOf('fiat-deposit-completed', { 'payload.refunded': 'true' }) ?? {};
    expect(refund).toMatchObject({ status: 'processing', steps: [{ status: 'processing', id: null }] });
  });

  test('may be told by the flag alone', () => {
    const changes = { 'payload.refund_fiat_withdrawal_id': 'null' };
    const facts = factsOf('fiat-deposit-cancelled-refunded', changes);
    expect(facts?.refund).toEqual({
      status: 'completed',
      steps: [{ step: 'FIAT_WITHDRAWAL', status: 'completed', providerStatus: 'refunded', id: null }],
    });
    expect(facts).not.toHaveProperty('links');
  });

  test('failed when its withdrawal was cancelled', () => {
    const changes = { event_type: '"FIAT_WITHDRAWAL.CANCELLED"', 'payload.status': '"CANCELLED"' };
    expect(read('fiat-withdrawal-refund-completed', changes).events).toMatchObject([
      { type: 'Cancelled', isEcho: false },
      {
        type: 'RefundReported',
        isEcho: true,
        providerStatus: 'CANCELLED',
        facts: { refund: { status: 'failed' } },
      },
    ]);
  });

  test('names its deposit by an object as well', () => {
    const { events } = read('fiat-withdrawal-refund-completed', {
      'payload.refunded_fiat_deposit': '{"id":"d-1","amount":"1"}',
    });
    expect(events.map((event) => event.transactionId)).toEqual([
      'ripio:dcad4807-0d82-4731-a305-3b524e0ae509',
      'ripio:d-1',
    ]);
  });
});

describe('what is not said', () => {
  test('the status is then what the event type says', () => {
    expect(read('fiat-deposit-blocked-limit-exceeded', { 'payload.status': 'null' }).events[0]).toMatchObject({
      type: 'Blocked',
      providerStatus: 'BLOCKED_LIMIT_EXCEEDED',
    });
  });
  test('the state is told by the event type even where the status differs', () => {
    expect(read('fiat-deposit-blocked-limit-exceeded', { 'payload.status': '"PENDING"' }).events[0]).toMatchObject({
      type: 'Blocked',
      providerStatus: 'PENDING',
    });
  });
  test('a withdrawal is then in the currency of the account, and says that this was assumed', () => {
    expect(factsOf('fiat-withdrawal-completed')).toMatchObject({
      amount: { currency: 'ARS' },
      isCurrencyAssumed: true,
    });
    expect(factsOf('fiat-withdrawal-completed', { 'payload.currency_code': '"brl"' })?.amount?.currency).toBe('BRL');
    expect(factsOf('fiat-withdrawal-completed', { 'payload.amount': 'null' })).not.toHaveProperty('isCurrencyAssumed');
  });
  test('a deposit is then in no currency at all', () => {
    expect(factsOf('fiat-deposit-completed', { 'payload.currency_code': undefined })?.amount).toEqual({
      amount: '12345.67',
      currency: null,
    });
  });
});
