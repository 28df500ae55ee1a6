import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUnits } from '@/lib/money';
import type { Reading } from './contract';
import { listedBody } from './listed';
import { LISTS, type ListName } from './listing';
import { readDelivery } from './read';

const NAMES = Object.keys(LISTS) as ListName[];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (list: ListName, row: string): Reading =>
  readDelivery(LISTS[list].provider, listedBody({ list, row: bytesOf(row) }), 'listed');

test('the body of a listed delivery holds the row byte for byte', () => {
  const row = '{ "id":"é", "amount":1.50 }';
  expect(new TextDecoder().decode(listedBody({ list: 'juno-transactions', row: bytesOf(row) }))).toBe(
    `{"list":"juno-transactions","row":${row}}`,
  );
});

describe.each(NAMES)('%s', (list) => {
  test('reads any row without throwing, twice the same, and marks every event as listed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reading = read(list, JSON.stringify(value));
        expect(read(list, JSON.stringify(value))).toStrictEqual(reading);
        if (reading.outcome === 'unrecognised') expect(reading.reason).not.toMatch(/^the reader failed|^$/);
        for (const event of reading.events) expect(event.isListed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a row of another provider’s list is not understood', () => {
    const other = NAMES.find((name) => LISTS[name].provider !== LISTS[list].provider) as ListName;
    const body = listedBody({ list: other, row: bytesOf('{}') });
    expect(readDelivery(LISTS[list].provider, body, 'listed')).toEqual({
      outcome: 'unrecognised',
      reason: `list says "${other}", a word we do not know.`,
      events: [],
    });
  });
});

test('a listed row that came by webhook is no row of a list', () => {
  const body = listedBody({ list: 'juno-transactions', row: bytesOf('{}') });
  expect(readDelivery('juno', body)).toMatchObject({ outcome: 'unrecognised', events: [] });
});

test('the same content in another order of members is the same event, and in another list another', () => {
  const [id] = read('ripio-deposits', '{"id":"d-1","status":"PENDING","created_at":"2026-03-02T12:00:00Z"}').events;
  const [again] = read('ripio-deposits', '{"created_at":"2026-03-02T12:00:00Z","status":"PENDING", "id":"d-1"}').events;
  const [other] = read(
    'ripio-withdrawals',
    '{"id":"d-1","status":"PENDING","created_at":"2026-03-02T12:00:00Z"}',
  ).events;
  expect(id?.id).toMatch(/^ripio:[0-9a-f]{32}$/);
  expect(again?.id).toBe(id?.id);
  expect(other?.id).not.toBe(id?.id);
});

test('an amount keeps the digits it was listed with', () => {
  const amounts = ['100', '100.50', '0.000000000000000001', '12345678901234567890.25', '1e2'];
  for (const amount of amounts) {
    const row = `{"id":"i-1","transaction_type":"ISSUANCE","summary_status":"COMPLETE","currency":"mxn","amount":${amount},"updated_at":"2026-03-02T12:00:00Z"}`;
    const told = read('juno-transactions', row).events[0]?.facts.amount;
    expect(told?.currency).toBe('MXN');
    expect(told?.amount).toBe(amount === '1e2' ? '100' : amount);
    expect(typeof toUnits(told?.amount ?? '')).toBe('bigint');
  }
});
