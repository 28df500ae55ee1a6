import { describe, expect, test } from 'vitest';
import { seen } from '@/lib/access/seen';
import { spoken } from '@/lib/language/said';
import { inEnglish, readerOf } from '@/lib/language/translator';
import { lineOf, type Message, type ShortLine, transactionsOf } from './golden-case';
import { burn, CUIT, CVU, deposit, E2E, issuance, SENDER, transfer } from './golden-payments';
import type { Leg } from './leg';
import { legsOf } from './legs';
import { type WhyNot, whyNot } from './why-not';

const sentenceOf = (one: WhyNot | undefined) => one && inEnglish(one.sentence);

function bankLegs(told: readonly Message[]): Leg[] {
  const related = transactionsOf(told);
  return related
    .flatMap((one) => legsOf(one, { environment: 'stage', related }))
    .filter(({ rail }) => rail !== 'chain');
}

const DEPOSIT = bankLegs(deposit());
const PAYOUT = bankLegs([...burn(), ...transfer()]);
const ars = (more: Partial<ShortLine> = {}) =>
  lineOf({ on: '2026-02-10', amount: '12345.67', currency: 'ARS', ids: [`cbu ${CVU}`], ...more });
const brl = (more: Partial<ShortLine> = {}) =>
  lineOf({ on: '2026-03-02', amount: '-1499.25', currency: 'BRL', ids: [`e2e ${E2E}`], ...more });

const MISSES: [string, ReturnType<typeof lineOf>, Leg[], string][] = [
  ['day', ars({ on: '2026-02-13' }), DEPOSIT, 'Same amount and account; 3 days apart, the window is 1.'],
  [
    'amount',
    ars({ amount: '12000.00' }),
    DEPOSIT,
    'Same account and day; amount differs by 345.67: 12,000.00 and 12,345.67.',
  ],
  [
    'account',
    ars({ ids: ['cbu 0000003100000000000001', `tax_id ${CUIT}`] }),
    DEPOSIT,
    `Same amount, tax id and day; account differs: 0000003100000000000001 and ${CVU}.`,
  ],
  [
    'tax_id',
    ars({ ids: [`cbu ${CVU}`, 'tax_id 20267565393'] }),
    DEPOSIT,
    `Same amount, account and day; tax id differs: 20267565393 and ${CUIT}.`,
  ],
  [
    'currency',
    ars({ currency: 'USD' }),
    DEPOSIT,
    'Same account and day; currency differs: USD at the bank, ARS at the provider.',
  ],
  [
    'direction',
    ars({ amount: '-12345.67' }),
    DEPOSIT,
    'Same amount, account and day; the line went out, the payment comes in.',
  ],
  [
    'name',
    ars({ ids: [], name: 'Cooperativa Sur' }),
    DEPOSIT,
    'Same amount and day; name differs: Cooperativa Sur and Titular Sintético Uno.',
  ],
  [
    'id',
    brl({ ids: ['e2e E99999999202603021200synthetic09'] }),
    PAYOUT,
    `Same amount and day; end-to-end id differs: E99999999202603021200synthetic09 and ${E2E}.`,
  ],
  [
    'state',
    brl(),
    bankLegs([...burn(), ...transfer({ ends: 'failed' })]),
    'Same end-to-end id, amount and day; the bank moved the money, and the provider says: failed, so no money moved.',
  ],
];

describe('a line that misses one thing is told which', () => {
  test.each(MISSES)('%s', (criterion, line, legs, sentence) => {
    const [nearest, ...others] = whyNot(line, legs);
    expect(others).toEqual([]);
    expect(nearest?.failed).toEqual([criterion]);
    expect(sentenceOf(nearest)).toBe(sentence);
  });

  test('an amount in another unit', () => {
    const [nearest] = whyNot(ars({ amount: '1234567.00' }), DEPOSIT);
    expect(sentenceOf(nearest)).toBe(
      'Same account and day; one amount is a hundred times the other: 1,234,567.00 and 12,345.67.',
    );
  });
  test('an amount that nobody told', () => {
    const [nearest] = whyNot(brl(), bankLegs(transfer()));
    expect(sentenceOf(nearest)).toBe(
      'Same end-to-end id and day; its amount is unknown, the message that carries it never came.',
    );
  });
  test('banking days on SPEI', () => {
    const line = lineOf({ on: '2026-02-17', amount: '100.00', ids: [`clabe ${SENDER}`] });
    const [nearest] = whyNot(line, bankLegs(issuance({ clave: null, at: '2026-02-12T16:00:00Z' })));
    expect(sentenceOf(nearest)).toBe('Same amount and account; 3 banking days apart, the window is 1.');
  });
  test('nothing against it, and too little for it', () => {
    const [nearest] = whyNot(ars({ ids: [] }), DEPOSIT);
    expect(nearest?.failed).toEqual(['evidence']);
    expect(sentenceOf(nearest)).toBe('Same amount and day; no rail id, account or tax id is the same on both sides.');
  });
  test('a tax id of which the bank hides a part', () => {
    const [nearest] = whyNot(ars({ ids: ['masked_tax_id 20-******01-9'] }), DEPOSIT);
    expect(nearest?.failed).toEqual(['evidence']);
    expect(sentenceOf(nearest)).toBe('Same amount, tax id and day; the bank hides a part of the account or tax id.');
  });
  test('others that fit as well', () => {
    const reasons = whyNot(ars(), bankLegs([...deposit(), ...deposit({ n: 14 })]));
    expect(reasons.map(({ failed }) => failed)).toEqual([['rivals'], ['rivals']]);
    expect(sentenceOf(reasons[0])).toBe('Same amount, account and day; one other fits as well.');
  });
  test('a line that has it already', () => {
    const reserved = new Map(DEPOSIT.map(({ id }) => [id, 'line 7 of march.csv']));
    const [nearest] = whyNot(ars(), DEPOSIT, { reserved });
    expect(nearest?.failed).toEqual(['reserved']);
    expect(sentenceOf(nearest)).toBe('Same amount, account and day; already reserved by line 7 of march.csv.');
  });
});

test('amounts are written in the signs of the reader', () => {
  const [nearest] = whyNot(ars({ amount: '12000.00' }), DEPOSIT);
  const said = (locale: 'es' | 'pt-BR') =>
    nearest && spoken(nearest.sentence, readerOf(locale, 'America/Argentina/Buenos_Aires'));
  expect(said('es')).toContain('345,67: 12.000,00 y 12.345,67');
  expect(said('pt-BR')).toContain('345,67: 12.000,00 e 12.345,67');
});

test('the sentence is whole in each language', () => {
  const [nearest] = whyNot(ars({ on: '2026-02-13' }), DEPOSIT);
  const said = (locale: 'es' | 'pt-BR') => nearest && spoken(nearest.sentence, readerOf(locale, 'UTC'));
  expect(said('es')).toBe('Coincide en importe y cuenta; 3 días de diferencia, el margen es de 1.');
  expect(said('pt-BR')).toBe('Coincide em valor e conta; 3 dias de diferença, a margem é de 1.');
});

test('whoever sees masked sees the names and ids of a sentence masked', () => {
  const line = ars({ ids: [`tax_id ${CUIT}`, 'cbu 0000003100000000000001'], name: 'Cooperativa Sur' });
  const named = whyNot(ars({ ids: [], name: 'Cooperativa Sur' }), DEPOSIT).map(({ sentence }) => ({ sentence }));
  const told = seen('masked', [...named, ...whyNot(line, DEPOSIT).map(({ sentence }) => ({ sentence }))]);
  const text = told.map(({ sentence }) => inEnglish(sentence)).join(' ');
  expect(text).toContain('name differs');
  expect(text).toContain('account differs');
  for (const personal of ['Cooperativa', 'Titular', CVU, '0000003100000000000001'])
    expect(text).not.toContain(personal);
});

describe('the nearest candidates', () => {
  test('are at most five, whatever the order of the legs', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      deposit({ n: 100 + i, at: `2026-02-${String(11 + i)}T15:00:00Z` }),
    );
    const legs = bankLegs(many.flat());
    const days = whyNot(ars(), legs).map(({ leg }) => leg.localDay);
    expect(days).toEqual(['2026-02-11', '2026-02-12', '2026-02-13', '2026-02-14', '2026-02-15']);
    expect(whyNot(ars(), [...legs].reverse()).map(({ leg }) => leg.localDay)).toEqual(days);
  });
  test('share something with the line', () => {
    expect(whyNot(ars({ ids: [], amount: '1.00' }), DEPOSIT)).toEqual([]);
    expect(whyNot(ars({ ids: [], on: '2025-01-01' }), DEPOSIT)).toEqual([]);
  });
});
