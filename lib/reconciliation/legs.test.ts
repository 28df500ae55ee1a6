import { describe, expect, test } from 'vitest';
import { add, compare } from '@/lib/money';
import { KINDS } from '@/lib/providers/catalogue';
import { FIXTURES } from '@/lib/providers/golden';
import { GOLDEN } from './golden';
import { type Message, transactionsOf } from './golden-case';
import { burn, deposit, increment, mint, transfer, withdrawal } from './golden-payments';
import type { Leg } from './leg';
import { legsOf } from './legs';

/** The legs of everything told, each in few words. */
function legs(...told: readonly (readonly Message[])[]): string[] {
  const transactions = transactionsOf(told.flat());
  return transactions.flatMap((related) => legsOf(related, { environment: 'stage', related: transactions })).map(short);
}

function short({ id, rail, direction, money, expectation }: Leg): string {
  const sum = money ? `${money.amount} ${money.currency}` : 'unknown';
  return `${id.slice(id.indexOf('#'))} ${rail} ${direction} ${sum} ${expectation}`;
}

const fixture = (provider: Message[0], ...names: string[]): Message[] => names.map((name) => [provider, name] as const);

const MOVES: [string, Message[], string[]][] = [
  [
    'issuance',
    fixture('juno', 'issuance-complete'),
    ['#in spei in 100 MXN expected', '#out chain out 100 MXNB expected'],
  ],
  ['issuance pending', fixture('juno', 'issuance-pending'), ['#in spei in 100 MXN in_flight']],
  ['issuance failed', fixture('juno', 'issuance-failed'), ['#in spei in 250.75 MXN failed']],
  [
    'issuance refunded',
    fixture('juno', 'issuance-refund-complete'),
    ['#in spei in 99 MXN expected', '#return spei out 99 MXN expected'],
  ],
  [
    'issuance of BRL1',
    fixture('juno', 'issuance-bitso-transfer-complete'),
    ['#in pix in 500 BRL not_seen', '#out chain out 500 BRL1 expected'],
  ],
  ['redemption', fixture('juno', 'redemption-complete'), ['#out spei out 100 MXN expected']],
  ['redemption of BRL1', fixture('juno', 'redemption-bitso-transfer-complete'), ['#out pix out 1000 BRL not_seen']],
  [
    'redemption refunded',
    fixture('juno', 'redemption-refund-complete'),
    ['#out spei out 101 MXN failed', '#refund chain out 101 MXNB expected'],
  ],
  ['crypto deposit', fixture('juno', 'crypto-deposit-complete'), ['#in chain in 100 MXNB expected']],
  ['crypto withdrawal', fixture('juno', 'crypto-withdrawal-complete'), ['#out chain out 100 MXNB expected']],
  ['conversion', fixture('juno', 'conversion-complete'), []],
  ['deposit', fixture('ripio', 'fiat-deposit-completed'), ['#in ars in 12345.67 ARS expected']],
  ['deposit blocked', fixture('ripio', 'fiat-deposit-blocked-limit-exceeded'), ['#in ars in 9876543.21 ARS in_flight']],
  ['deposit cancelled', fixture('ripio', 'fiat-deposit-cancelled'), ['#in ars in 12345.67 ARS failed']],
  ['deposit returned', fixture('ripio', 'fiat-deposit-cancelled-refunded'), ['#in ars in 12345.67 ARS expected']],
  ['withdrawal', fixture('ripio', 'fiat-withdrawal-completed'), ['#out ars out 12345.67 ARS expected']],
  ['refund', fixture('ripio', 'fiat-withdrawal-refund-completed'), ['#return ars out 12345.67 ARS expected']],
  ['mint', mint(), ['#in pix in 1000.00 BRL expected', '#out chain out 997.50 BRLA expected']],
  ['burn', [...burn(), ...transfer()], ['#in chain in 1500.00 BRLA expected', '#out pix out 1499.25 BRL expected']],
  [
    'burn sent back in part',
    [...burn(), ...transfer({ reverted: 50000 })],
    ['#in chain in 1500.00 BRLA expected', '#out pix out 1499.25 BRL expected', '#return pix in 500.00 BRL expected'],
  ],
  ['transfer alone', transfer(), ['#out pix out unknown expected']],
  [
    'transfer alone, sent back',
    transfer({ reverted: 100 }),
    ['#out pix out unknown expected', '#return pix in 1.00 BRL expected'],
  ],
  ['increment', increment(), ['#in chain in 1298.37 USDC expected']],
  ['check of identity', fixture('brla', 'kyc-success'), []],
  ['repost alone', fixture('brla', 'repost-transaction'), []],
  ['ticket paid in', fixture('brla', 'avenia-payin-paid'), ['#in pix in 1000 BRL expected']],
  ['ticket paid out', fixture('brla', 'avenia-payout-paid'), ['#out pix out 100.00 BRL expected']],
  [
    'swap',
    fixture('brla', 'swap-queued', 'swap-success'),
    ['#in chain in 601.00 BRLA expected', '#out chain out 104.27 USDC expected'],
  ],
  [
    'dollars to reais',
    fixture('brla', 'usd-to-pix-queued', 'usd-to-pix-success'),
    ['#in chain in 100.00 USDT expected', '#out pix out 576.39 BRL expected'],
  ],
  [
    'dollars to reais, given back',
    fixture('brla', 'usd-to-pix-failed', 'usd-to-pix-refund-success'),
    ['#in chain in unknown expected', '#out pix out unknown failed', '#refund chain out unknown expected'],
  ],
  [
    'reais to dollars',
    fixture('brla', 'pix-to-usd-queued', 'pix-to-usd-success'),
    ['#in pix in 6.00 BRL expected', '#out chain out 0.97 USDC expected'],
  ],
];

test.each(MOVES)('what moves: %s', (_, told, expected) => expect(legs(told)).toEqual(expected));

test('every kind that the fixtures know has been through the table', () => {
  const kinds = FIXTURES.flatMap(({ provider, name }) => transactionsOf([[provider, name]]).map(({ kind }) => kind));
  expect([...new Set(kinds)].sort()).toEqual(Object.values(KINDS).flat().sort());
});

test('the parts of every leg add up to it, and no leg has its id twice', () => {
  const all = GOLDEN.flatMap((one) => one.legs);
  expect(all.length).toBeGreaterThan(200);
  for (const { money, parts } of all) {
    const sum = parts.map(({ amount }) => amount).reduce(add, '0');
    expect(compare(sum, money?.amount ?? '0')).toBe(0);
  }
  for (const { legs: own } of GOLDEN) expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
});

describe('what a leg is recognised by', () => {
  const idsOf = (name: string, ...told: readonly Message[][]) => {
    const transactions = transactionsOf(told.flat());
    const all = transactions.flatMap((one) => legsOf(one, { environment: 'stage', related: transactions }));
    return all.find(({ id }) => id.endsWith(name))?.ids.map(({ kind, key }) => `${kind} ${key}`) ?? [];
  };

  test('the payout of a burn has the end-to-end ids of its transfers, and so has its return', () => {
    const e2e = 'e2e E99999999202603021200synthetic01';
    expect(legsOfBurn('pix', 'out')).toContain(e2e);
    expect(legsOfBurn('pix', 'in')).toEqual([e2e]);
  });

  function legsOfBurn(rail: string, direction: string) {
    const transactions = transactionsOf([...burn(), ...transfer({ reverted: 100 })]);
    const all = transactions.flatMap((one) => legsOf(one, { environment: 'stage', related: transactions }));
    const leg = all.find((one) => one.rail === rail && one.direction === direction);
    return leg?.ids.map(({ kind, key }) => `${kind} ${key}`) ?? [];
  }

  test('a hash begins with its network, in small letters', () => {
    expect(idsOf('#out', mint())).toEqual([`tx_hash polygon 0x${'a1'.repeat(32)}`]);
    expect(idsOf('#in', increment())).toEqual([`tx_hash 0x${'a1'.repeat(32)}`]);
  });

  test('the return of a deposit has the account and the CUIT of its deposit', () => {
    const ids = idsOf('#return', deposit({ as: 'cancelled-refunded', refundedBy: 5 }), withdrawal({ refunds: 4 }));
    expect(ids).toContain('cbu 0000465100000000000017');
    expect(ids).toContain('tax_id 20000000019');
  });

  test('Bitso’s ids of refund steps are references and no claves', () => {
    const ids = idsOf('#return', fixture('juno', 'issuance-refund-complete'));
    expect(ids).toContain('reference a0b298db5a4213f29e8c980b14b8123a');
    expect(ids.filter((id) => id.startsWith('clave_rastreo'))).toEqual([]);
  });
});

test('what is paid out is dated by its success, what came in by its beginning', () => {
  const [paid] = transactionsOf([
    [
      'juno',
      'redemption-complete',
      { 'payload.created_at': '"2026-02-10T15:00:00Z"', 'payload.updated_at': '"2026-02-12T15:00:00Z"' },
    ],
  ]);
  const [came] = transactionsOf([
    ['ripio', 'fiat-deposit-completed', { 'payload.updated_at': '"2026-02-13T15:00:00Z"' }],
  ]);
  const dayOf = (one: typeof paid) => one && legsOf(one, { environment: 'stage' })[0]?.localDay;
  expect(dayOf(paid)).toBe('2026-02-12');
  expect(dayOf(came)).toBe('2026-02-10');
});
