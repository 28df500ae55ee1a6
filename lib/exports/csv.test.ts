import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Transaction } from '@/lib/transactions/transaction';
import { bankReference, COLUMNS, csvHeader, csvLines } from './csv';

const REDEMPTION: Transaction = {
  id: 'juno:redemption:7c9e6679-7425-40de-944b-e07fc1f90ae7',
  provider: 'juno',
  kind: 'redemption',
  status: 'completed',
  providerStatus: 'COMPLETE',
  amount: { amount: '1298.3766240000', currency: 'MXN' },
  amountOut: null,
  isCurrencyAssumed: false,
  fees: [],
  revertedAmount: null,
  exchangeRate: null,
  network: 'ARBITRUM',
  token: 'MXNB',
  externalRef: 'ORDER-1',
  endUser: null,
  failure: null,
  refund: null,
  identifiers: [
    { kind: 'external_ref', value: 'ORDER-1' },
    { kind: 'clave_rastreo', value: '001234567890123456' },
  ],
  links: [],
  details: {},
  occurredAt: '2026-05-15T13:28:11.1234567Z',
  updatedAt: '2026-05-15T13:32:45Z',
  isIncomplete: false,
  isReopened: false,
  hasUnrecognised: false,
  eventCount: 3,
};

function rowOf(transaction: Transaction): Record<string, string> {
  const { data } = Papa.parse<Record<string, string>>(csvHeader() + csvLines([transaction]), {
    header: true,
    skipEmptyLines: true,
  });
  return data[0] as Record<string, string>;
}

describe('the columns', () => {
  test('are named in the header in the order of their cells, with CRLF', () => {
    expect(csvHeader()).toBe(
      'id,provider,kind,status,provider_status,amount,currency,amount_out,currency_out,fee_discounted,fee_transfer,' +
        'reverted_amount,network,token,external_ref,bank_reference,bank_reference_kind,counterparty,occurred_at,updated_at,' +
        'refund_status,incomplete,events,failure\r\n',
    );
    expect(Object.keys(rowOf(REDEMPTION))).toEqual(Object.keys(COLUMNS));
  });

  test('keep amounts, times and leading zeros digit for digit', () => {
    expect(rowOf(REDEMPTION)).toMatchObject({
      amount: '1298.3766240000',
      currency: 'MXN',
      bank_reference: '001234567890123456',
      bank_reference_kind: 'clave_rastreo',
      occurred_at: '2026-05-15T13:28:11.1234567Z',
      events: '3',
      incomplete: 'false',
    });
  });

  test('leave a cell empty for what nobody told, which is not zero', () => {
    expect(rowOf({ ...REDEMPTION, amount: null, isIncomplete: true, externalRef: null })).toMatchObject({
      amount: '',
      currency: '',
      external_ref: '',
      fee_transfer: '',
      incomplete: 'true',
    });
  });

  test('tell fees, what came back, the refund and the failure', () => {
    const row = rowOf({
      ...REDEMPTION,
      fees: [
        { kind: 'discounted', amount: { amount: '0.50', currency: 'BRLA' } },
        { kind: 'transfer', amount: { amount: '1.25', currency: 'BRLA' } },
      ],
      revertedAmount: { amount: '20.00', currency: 'BRL' },
      refund: { status: 'processing', providerStatus: 'IN_PROGRESS', steps: [] },
      failure: { code: 'X1', message: 'Account closed, "for good"' },
      details: { sender_name: 'Sintética Uno, S.A.' },
    });
    expect(row).toMatchObject({
      fee_discounted: '0.50',
      fee_transfer: '1.25',
      reverted_amount: '20.00',
      refund_status: 'processing',
      failure: 'X1: Account closed, "for good"',
      counterparty: 'Sintética Uno, S.A.',
    });
  });

  test('prefer the clave to the end-to-end id and know when there is neither', () => {
    const e2e = { kind: 'e2e', value: 'E18236120202603141502s0123456789' } as const;
    expect(bankReference({ ...REDEMPTION, identifiers: [e2e, ...REDEMPTION.identifiers] })?.kind).toBe('clave_rastreo');
    expect(bankReference({ ...REDEMPTION, identifiers: [e2e] })).toEqual(e2e);
    expect(bankReference({ ...REDEMPTION, identifiers: [] })).toBeNull();
  });
});

describe('the formula guard', () => {
  test.each([
    '=HYPERLINK("http://x.example")',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＠x',
    '-',
    '-1,5',
  ])('makes %j inert with an apostrophe', (text) => {
    expect(rowOf({ ...REDEMPTION, externalRef: text }).external_ref).toBe(`'${text}`);
  });

  test.each(['-12.50', '12.50', '-0.0000000001', '+5511999990000', 'a=b', "'=1"])('leaves %j as it is', (text) => {
    expect(rowOf({ ...REDEMPTION, externalRef: text }).external_ref).toBe(text);
  });

  test('lets a negative amount stay a number without quotes', () => {
    const line = csvLines([{ ...REDEMPTION, amount: { amount: '-12.50', currency: 'ARS' } }]);
    expect(line).toContain(',-12.50,ARS,');
  });
});

describe('the lines', () => {
  test('of several chunks follow one another as one file', () => {
    const file = csvHeader() + csvLines([REDEMPTION, REDEMPTION]) + csvLines([]) + csvLines([REDEMPTION]);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(Papa.parse(file, { skipEmptyLines: true }).data).toHaveLength(4);
  });

  test('survive commas, quotes and line breaks inside a text', () => {
    const text = 'a,"b"\r\nc';
    expect(rowOf({ ...REDEMPTION, failure: { message: text } }).failure).toBe(text);
  });
});
