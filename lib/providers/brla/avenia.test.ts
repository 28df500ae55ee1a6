import { describe, expect, test } from 'vitest';
import type { Reading } from '@/lib/providers/contract';
import { bytesOf, type Changes, fixture, jsonOf, readingOf } from '@/lib/providers/golden';
import { fingerprint, type Json } from '@/lib/providers/json';
import { readDelivery } from '@/lib/providers/read';
import { aveniaGolden } from './avenia-golden';

const TICKET_ID = 'c0a8f3d4-6b1e-4f57-9c2d-1e7a5b3f9d01';
const INSTANT = 'a time with its offset, between 2009 and 2100';
const AMOUNT = 'a decimal amount of at most 20 digits before the point and 18 after';

const read = (name: string, changes?: Changes) => readingOf('brla', `avenia-${name}`, changes);
const reasonOf = (reading: Reading) => (reading.outcome === 'unrecognised' ? reading.reason : null);
const readText = (text: string) => readDelivery('brla', new TextEncoder().encode(text));

describe('the envelope', () => {
  const bare = jsonOf(fixture('brla', 'avenia-payin-paid')) as { [name: string]: Json };
  const readJson = (json: Json) => readDelivery('brla', bytesOf(json));

  test('says the same at the top level and inside `event`, so that both give one event', () => {
    expect(readJson({ event: bare })).toStrictEqual(read('payin-paid'));
  });

  test('names the account as subAccountId or accountId, and a ticket alone or in a member of its own', () => {
    const { subAccountId = null, subscription = null, data } = bare;
    const { ticket = null } = data as { [name: string]: Json };
    const [event] = readJson({ event: { accountId: subAccountId, subscription, data: ticket } }).events;
    expect({ ...event, id: read('payin-paid').events[0]?.id }).toStrictEqual(read('payin-paid').events[0]);
  });

  test('may come without an account', () => {
    const reading = read('payin-paid', { subAccountId: undefined });
    expect(reading.outcome).toBe('event');
    expect(reading.events[0]?.facts).not.toHaveProperty('endUser');
  });

  test('of v1 is left to v1, whatever it subscribes to', () => {
    expect(readingOf('brla', 'mint-queued', { subAccountId: '"a"' }).outcome).toBe('event');
    expect(reasonOf(readingOf('brla', 'mint-queued', { subscription: '"LIMIT-UPDATE"' }))).toMatch(
      /^subscription says/,
    );
  });

  test.each([
    ['{"event":{}}', 'Avenia: event.subscription is missing.'],
    ['{"subAccountId":"a"}', 'Avenia: subscription is missing.'],
    [
      '{"subAccountId":"a","subscription":7}',
      'Avenia: subscription should be a text of at most 500 characters, not the number 7.',
    ],
    ['{"event":{"subscription":"QUOTE"}}', 'Avenia: event.subscription says "QUOTE", a word we do not know.'],
    ['{"subscription":"TICKET"}', 'Avenia TICKET: data is missing.'],
    ['{"event":{"subscription":"TICKET","data":[]}}', 'Avenia TICKET: event.data is not an object.'],
  ])('%s is unrecognised', (text, reason) => {
    expect(readText(text)).toEqual({ outcome: 'unrecognised', reason, events: [] });
  });
});

test.each([
  ['KYC', '{"attempt":{"id":"a","status":"COMPLETED","result":"APPROVED"}}', 'KYC'],
  ['LIMIT-UPDATE', '{}', 'limit'],
])('%s is known and not read, in either envelope', (subscription, data, subject) => {
  const inner = `{"subAccountId":"a","subscription":"${subscription}","data":${data}}`;
  const reason = `Avenia ${subscription}: the desk does not read ${subject} messages of Avenia yet.`;
  for (const text of [inner, `{"event":${inner}}`])
    expect(readText(text)).toEqual({ outcome: 'unrecognised', reason, events: [] });
});

describe('the status of a ticket', () => {
  test.each([
    ['ON-HOLD', 'Requested'],
    ['PENDING', 'Requested'],
    ['UNPAID', 'Requested'],
    ['PROCESSING', 'Started'],
    ['PAID', 'Completed'],
    ['FAILED', 'Failed'],
    ['PARTIAL-FAILED', 'Failed'],
  ])('%s is %s', (status, type) => {
    expect(read('payin-unpaid', { 'data.ticket.status': JSON.stringify(status) })).toMatchObject({
      outcome: 'event',
      events: [{ type, providerStatus: status, kind: 'ticket' }],
    });
  });

  test.each([
    ['"DEPOSIT-SUCCESS"', 'DEPOSIT-SUCCESS', 'says "DEPOSIT-SUCCESS", a word we do not know.'],
    ['"__proto__"', '__proto__', 'says "__proto__", a word we do not know.'],
    ['7', null, 'should be a text of at most 500 characters, not the number 7.'],
    [undefined, null, 'is missing.'],
  ])('%s leaves a ticket that can be found', (status, providerStatus, reason) => {
    const reading = read('payin-paid', { 'data.ticket.status': status });
    const known = [aveniaGolden['avenia-payin-paid'] ?? []].flat()[0];
    expect(reasonOf(reading)).toBe(`Avenia TICKET: data.ticket.status ${reason}`);
    expect(reading.events).toMatchObject([
      { type: 'Unrecognised', transactionId: `brla:${TICKET_ID}`, providerStatus },
    ]);
    expect(reading.events[0]?.facts).toStrictEqual(known?.facts);
  });
});

describe('without an id or a time no transaction is known', () => {
  test.each<[changes: Changes, reason: string]>([
    [{ 'data.ticket.id': undefined }, 'data.ticket.id is missing.'],
    [
      { 'data.ticket.id': '"a b"' },
      'data.ticket.id should be an id without blanks of at most 200 characters, not "a b".',
    ],
    [
      { 'data.ticket.createdAt': undefined, 'data.ticket.updatedAt': undefined },
      'data.ticket.updatedAt and data.ticket.createdAt are missing.',
    ],
    [
      { 'data.ticket.createdAt': undefined, 'data.ticket.updatedAt': '"2026-03-02 13:00"' },
      `data.ticket.updatedAt should be ${INSTANT}, not "2026-03-02 13:00".`,
    ],
    [
      { 'data.ticket.createdAt': '1772452800123', 'data.ticket.updatedAt': 'null' },
      `data.ticket.createdAt should be ${INSTANT}, not the number 1772452800123.`,
    ],
  ])('%j', (changes, reason) => {
    expect(read('payin-paid', changes)).toEqual({
      outcome: 'unrecognised',
      reason: `Avenia TICKET: ${reason}`,
      events: [],
    });
  });

  test('one time is enough', () => {
    expect(read('payin-paid', { 'data.ticket.updatedAt': undefined })).toMatchObject({
      outcome: 'event',
      events: [{ occurredAt: '2026-03-02T13:00:00.000Z' }],
    });
  });
});

describe('amounts', () => {
  test.each([
    ['1000', '1000'],
    ['100050', '100050'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['12.3400', '12.3400'],
  ])('%s is in units and never in cents', (given, amount) => {
    const [event] = read('payin-paid', { 'data.ticket.quote.inputAmount': `"${given}"` }).events;
    expect(event?.facts.amount).toEqual({ amount, currency: 'BRL' });
  });

  test.each(['1000', '100050.10', '0.1000000000000000055'])(
    'the JSON number %s is no amount, because its unit would be a guess: its digits are kept as text',
    (number) => {
      const reading = read('payin-paid', { 'data.ticket.quote.inputAmount': number });
      const { amount: _, amountOut: __, ...facts } = read('payin-paid').events[0]?.facts ?? {};
      expect(reasonOf(reading)).toBe(
        `Avenia TICKET: data.ticket.quote.inputAmount should be ${AMOUNT}, not the number ${number}.`,
      );
      expect(reading.events).toMatchObject([{ type: 'Unrecognised', providerStatus: 'PAID' }]);
      expect(reading.events[0]?.facts).toEqual({
        ...facts,
        identifiers: facts.identifiers?.filter(({ kind }) => kind !== 'quote_id'),
      });
    },
  );

  test.each([
    ['inputAmount', 'amount'],
    ['inputCurrency', 'amount'],
    ['outputAmount', 'amountOut'],
    ['outputCurrency', 'amountOut'],
  ])('without %s there is no %s', (member, fact) => {
    const reading = read('payin-paid', { [`data.ticket.quote.${member}`]: 'null' });
    expect(reading.outcome).toBe('event');
    expect(reading.events[0]?.facts).not.toHaveProperty(fact);
  });
});

describe('the id of the event', () => {
  const dataOf = (name: string) => (jsonOf(fixture('brla', `avenia-${name}`)) as { data: Json }).data;

  test('is the content of the message where Avenia gives none, so that a cursor makes no other event', () => {
    expect(read('payin-paid').events[0]?.id).toBe(`brla:${fingerprint(dataOf('payin-paid'))}`);
    expect(read('payin-paid', { cursor: '"another"' })).toStrictEqual(read('payin-paid'));
  });

  test('is not an id that is the ticket’s as well: the next status would be taken for a repetition', () => {
    expect(read('payin-paid', { id: `"${TICKET_ID}"` })).toStrictEqual(read('payin-paid'));
  });

  test('of the wrong form is a doubt, and the content stands for it', () => {
    const reading = read('payin-paid', { id: '17' });
    expect(reasonOf(reading)).toMatch(/^Avenia TICKET: id should be an id .* not the number 17\.$/);
    expect(reading.events[0]?.id).toBe(read('payin-paid').events[0]?.id);
  });
});
