import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spoken } from '@/lib/language/said';
import { inEnglish, readerOf } from '@/lib/language/translator';
import { type Filters, NO_FILTERS, readListQuery } from './filters';
import { listQueries } from './filters-testing';
import { filterWords } from './filters-words';
import { completionsOf, GRAMMAR, grammarText } from './grammar';
import { parseGrammar, wordsText } from './grammar-text';

const now = new Date('2026-03-31T12:00:00Z');
const said = (q: string) => readListQuery(new URLSearchParams({ q }));
/** A query string names its values grouped, those that are wanted first. */
const inOrder = ({ ids, ...filters }: Filters) =>
  Object.fromEntries(
    Object.entries({ ...filters, ids: ids.map((one) => JSON.stringify(one)) }).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].sort() : value,
    ]),
  );

test('a filter printed as grammar reads back as the same filter', () => {
  fc.assert(
    fc.property(listQueries, ({ filters }) => {
      const search = new URLSearchParams({ q: grammarText(filters), tz: filters.tz });
      const { query, problems } = readListQuery(search);
      expect(problems).toEqual([]);
      expect(inOrder(query.filters)).toEqual(inOrder(filters));
    }),
  );
});

test('whatever was typed, what was understood of it prints and reads back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { filters } = said(text).query;
      const again = said(grammarText(filters));
      expect(again.problems).toEqual([]);
      expect(inOrder(again.query.filters)).toEqual(inOrder(filters));
      const { words } = parseGrammar(text);
      expect(parseGrammar(wordsText(words)).words).toEqual(words);
    }),
  );
});

test.each(GRAMMAR.map(({ operator, example }) => [operator, example]))(
  'the example of %s is understood',
  (_, example) => {
    const { query, problems } = said(example);
    expect(problems).toEqual([]);
    expect(query.filters).not.toEqual(NO_FILTERS);
  },
);

test.each<[string, Partial<Filters>]>([
  ['amount:100', { amount_min: '100', amount_max: '100' }],
  ['amount:=100', { amount_min: '100', amount_max: '100' }],
  ['amount:>=100', { amount_min: '100' }],
  ['amount:<=100', { amount_max: '100' }],
  ['amount:100..250.50', { amount_min: '100', amount_max: '250.50' }],
  ['amount:..250', { amount_max: '250' }],
  ['ccy:mxn,brl', { currency: ['MXN', 'BRL'] }],
  ['-ccy:mxn', { currency: ['!MXN'] }],
  ['STATUS:failed', { status: ['failed'] }],
  ['after:7d before:today', { occurred_from: '7d', occurred_to: 'today' }],
  ['"status:failed"', { q: '"status:failed"' }],
  ['juno:issuance:1', { q: 'juno:issuance:1' }],
  ['abc*', { q: 'abc' }],
  ['-abc', { q: '-abc' }],
  ['100%_\\', { q: '100%_\\' }],
])('%s is understood', (text, filters) => {
  expect(said(text)).toMatchObject({ query: { filters: { ...NO_FILTERS, ...filters } }, problems: [] });
});

test.each([
  ['colour:red', '"colour:" is not an operator'],
  ['status:', '"status:" is followed by nothing'],
  ['status:done', '"done" is not one of'],
  ['-amount:5', '“-amount:” says nothing'],
  ['amount:abc', '"abc" is not a decimal amount'],
  ['-after:7d', '"after:" takes one date'],
  ['before:someday', '"someday" is neither a date'],
  ['ref:*', 'External reference needs a value'],
])('%s is named, and nothing is filtered by it', (text, message) => {
  const { query, problems } = said(text);
  expect(query.filters).toEqual(NO_FILTERS);
  expect(problems[0] && inEnglish(problems[0].message)).toContain(message);
});

describe('a filter in words', () => {
  test.each<[string, string]>([
    ['', 'All transactions.'],
    [
      'provider:juno,brla -status:failed,blocked',
      'Transactions: provider is Juno or BRLA; state is not Failed nor Blocked by limit.',
    ],
    ['ref:INV* clave:empty', 'Transactions: external reference begins with INV; clave de rastreo is empty.'],
    ['after:7d', 'Transactions: occurred from 7 days, today included: 25 Mar 2026 (UTC).'],
    ['amount:100..250 is:late', 'Transactions: payment is late; amount at least 100; amount at most 250.'],
    [
      '-is:stuck rec:exception e2e:E1*',
      'Transactions: bank is Exception; payment is not stuck in its refund; PIX end-to-end id begins with E1.',
    ],
    ['foo', 'Transactions: any id is or begins with foo.'],
  ])('%s', (text, words) => {
    expect(inEnglish(filterWords(said(text).query.filters, now))).toBe(words);
  });

  test('is the same filter in every language, its numbers and days as the reader writes them', () => {
    const { filters } = said('provider:juno,brla -status:failed is:late clave:empty amount:>=1250.50 after:7d').query;
    const inSpanish = readerOf('es', 'America/Argentina/Buenos_Aires');
    expect(spoken(filterWords(filters, now), inSpanish)).toBe(
      'Operaciones: proveedor es Juno o BRLA; estado no es Fallida; pago está con retraso; clave de rastreo está en blanco; ocurrió desde 7 días, incluido hoy: 25 mar 2026 (UTC); importe al menos 1.250,50.',
    );
    expect(spoken(filterWords(filters, now), readerOf('pt-BR', 'UTC'))).toBe(
      'Transações: provedor é Juno ou BRLA; estado não é Com falha; pagamento está em atraso; clave de rastreo está em branco; ocorreu desde 7 dias, incluindo hoje: 25 mar 2026 (UTC); valor no mínimo 1.250,50.',
    );
  });
});

describe('completion', () => {
  test('goes on with the operator that was begun', () => {
    expect(completionsOf('foo -sta').map(({ text }) => text)).toEqual(['foo -status:']);
  });

  test('goes on with the values an operator knows, after a comma too', () => {
    expect(completionsOf('provider:j').map(({ text }) => text)).toEqual(['provider:juno']);
    expect(completionsOf('x env:stage,').map(({ text }) => text)).toEqual([
      'x env:stage,production',
      'x env:stage,stage',
    ]);
  });

  test('offers every operator to begin with, and nothing after a value of its own', () => {
    expect(completionsOf('')).toHaveLength(GRAMMAR.length);
    expect(completionsOf('ref:INV')).toEqual([]);
  });
});
