import { describe, expect, test } from 'vitest';
import { type LineKey, previewOf, ROWS_SHOWN } from './preview';
import { fingerprintOf, occurrenceCounter } from './preview-fingerprint';
import { BalanceProof } from './preview-proof';
import type { StatementHead, StatementLine, StatementPart } from './statement';

let places = 0;
const made = (amount: string, balance: string | null = null, more: Partial<StatementLine> = {}): StatementLine => ({
  place: `line ${++places}`,
  bookedOn: '2026-01-05',
  bookedAt: null,
  valueOn: null,
  amount,
  currency: null,
  text: 'Pago Cliente Ejemplo',
  counterparty: { name: null, account: null, taxId: null },
  bankReference: null,
  balance,
  kind: 'payment',
  ids: [],
  ...more,
});
async function* partsOf(lines: readonly StatementLine[], more: readonly StatementPart[] = []) {
  for (const line of lines) yield { part: 'line', line } as const;
  yield* more;
}
const nothing = async (keys: readonly LineKey[]) => keys.map(() => null);

describe('the fingerprint of a line', () => {
  const line = made('12.50');
  test('is the same for other zeros, case, accents and blanks', () => {
    const other = { ...line, amount: '12.500', text: ' PAGO  cliente ejémplo', place: 'elsewhere', balance: '1' };
    expect(fingerprintOf(other, 'a')).toBe(fingerprintOf(line, 'a'));
    expect(fingerprintOf(line, 'a')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('tells account, day, amount, currency, text and the bank’s reference apart', () => {
    const others = [
      { bookedOn: '2026-01-06' },
      { amount: '-12.50' },
      { currency: 'MXN' },
      { text: 'x' },
      { bankReference: '1' },
    ];
    const all = [
      fingerprintOf(line, 'a'),
      fingerprintOf(line, 'b'),
      ...others.map((other) => fingerprintOf({ ...line, ...other }, 'a')),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('equal payments are counted one by one', () => {
    const count = occurrenceCounter();
    const [a, b] = [fingerprintOf(line, 'a'), fingerprintOf(line, 'b')];
    expect([a, a, b, a, b].map(count)).toEqual([1, 2, 1, 3, 2]);
  });
});

test('two equal payments of one day are both accepted, and both found again in a file that overlaps', async () => {
  const twice = [made('5.00'), made('5.00')];
  const store = new Map<string, string>();
  const keep = async (keys: readonly LineKey[]) => {
    for (const { fingerprint, occurrence } of keys) store.set(`${fingerprint} ${occurrence}`, `kept ${store.size + 1}`);
    return keys.map(() => null);
  };
  expect((await previewOf(partsOf(twice), 'a', keep)).tallies.accepted).toBe(2);
  const known = async (keys: readonly LineKey[]) =>
    keys.map((key) => store.get(`${key.fingerprint} ${key.occurrence}`) ?? null);
  const again = await previewOf(partsOf([...twice, made('5.00'), made('6.00')]), 'a', known);
  expect(again.tallies).toMatchObject({ duplicate: 2, accepted: 2 });
  expect(again.rows.map((row) => (row.verdict === 'duplicate' ? row.of : row.verdict))).toEqual([
    'kept 1',
    'kept 2',
    'accepted',
    'accepted',
  ]);
});

test('tallies add up to the rows, the first rows are shown, sums and period come from movements alone', async () => {
  const lines = Array.from({ length: 2500 }, (_, i) =>
    made(i % 2 === 0 ? '2.00' : '-1.50', null, { bookedOn: `2026-01-0${(i % 3) + 1}` }),
  );
  const kinds = (['fee', 'tax', 'balance'] as const).map((kind) => made('0', null, { kind, bookedOn: '2025-12-31' }));
  const rest: StatementPart[] = [
    { part: 'unreadable', place: 'line x', reason: 'why', text: 'text' },
    { part: 'note', place: 'line y', text: '' },
    { part: 'head', head: { bank: 'Banco Ejemplo' } },
  ];
  const preview = await previewOf(partsOf([...lines, ...kinds.slice(2)], rest), 'a', nothing);
  expect(preview.tallies).toEqual({ accepted: 2500, duplicate: 0, balance: 1, tax_or_fee: 0, unreadable: 1, note: 1 });
  expect(preview.count).toBe(2503);
  expect(preview.rows).toHaveLength(ROWS_SHOWN);
  expect(preview.unreadable).toEqual([{ verdict: 'unreadable', place: 'line x', reason: 'why', text: 'text' }]);
  expect(preview.period).toEqual({ from: '2026-01-01', to: '2026-01-03' });
  expect(preview.sums).toEqual([{ currency: null, in: '2500', out: '1875' }]);
  expect(preview.head).toEqual({ bank: 'Banco Ejemplo' });
  expect((await previewOf(partsOf(kinds), 'a', nothing)).tallies).toMatchObject({ tax_or_fee: 2, balance: 1 });
});

describe('opening + movements = closing', () => {
  const proofOf = (lines: readonly StatementLine[], head: Partial<StatementHead> = {}) => {
    const proof = new BalanceProof();
    for (const line of lines) proof.take(line);
    return { ...proof.result(head), order: proof.order, firstBreak: proof.firstBreak };
  };
  const running = [made('1.00', '11.00'), made('-3.00', '8.00'), made('0.50', '8.50')];

  test('by running balances, oldest or newest first', () => {
    const proof = { opening: '10', movements: '-1.5', closing: '8.5', difference: '0', firstBreak: null };
    expect(proofOf(running)).toMatchObject({ ...proof, order: 'oldest_first' });
    expect(proofOf(running.toReversed())).toMatchObject({ ...proof, order: 'newest_first' });
  });

  test('by balance rows before, between and after lines without balances', () => {
    const row = (balance: string) => made('0', balance, { kind: 'balance' });
    const lines = [row('10.00'), made('1.00'), made('2.00'), row('13.00'), made('-1.00'), row('12.00')];
    const proof = { opening: '10', movements: '2', closing: '12', difference: '0', firstBreak: null };
    expect(proofOf(lines)).toMatchObject({ ...proof, order: 'oldest_first' });
    expect(proofOf(lines.toReversed())).toMatchObject({ ...proof, order: 'newest_first' });
  });

  test('a missing line is the exact difference, and named by the line after it', () => {
    const [first, , last] = running as [StatementLine, StatementLine, StatementLine];
    expect(proofOf([first, last], {})).toMatchObject({ difference: '3', firstBreak: last.place });
  });

  test('the head outranks the lines', () => {
    expect(proofOf(running, { opening: '10', closing: '8.50' })).toMatchObject({ from: 'head', difference: '0' });
    expect(proofOf(running, { opening: '9', closing: '8.50' })).toMatchObject({ from: 'head', difference: '-1' });
    expect(proofOf([made('1')], { opening: '1', closing: '2' })).toMatchObject({ difference: '0' });
    expect(proofOf([made('1', '2')], { opening: '1' })).toMatchObject({ difference: '0' });
  });

  test('one balance proves nothing, nor does none, nor do several currencies', async () => {
    expect(proofOf([made('1', '2')]).difference).toBeUndefined();
    expect(proofOf([made('1')]).difference).toBeUndefined();
    const two = [made('1', '1', { currency: 'MXN' }), made('1', '2', { currency: 'BRL' })];
    expect((await previewOf(partsOf(two), 'a', nothing)).proof).toBeNull();
  });
});
