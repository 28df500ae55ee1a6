import { expect, test } from 'vitest';
import type { MessageKey } from './catalogue';
import { joined, keptSaid, keptText, type Reader, said, spoken, spokenKept } from './said';
import { inEnglish } from './translator';

/** A reader whose catalogue is one message of every kind of value. */
const MESSAGES: Readonly<Record<string, (values: Record<string, unknown>) => string>> = {
  waits: ({ amount, since, lag, count }) => `${amount} waits since ${since}, ${lag}, in ${count}`,
  both: ({ first, all }) => `(${first}) ${all}`,
};
const reader = (region: Reader['region']): Reader => ({
  t: (key, values = {}) => MESSAGES[key]?.(values) ?? key,
  region,
  zone: 'America/Mexico_City',
});
const key = (name: string) => name as MessageKey;

const WAITS = said(key('waits'), {
  amount: { money: { amount: '1234.5600', currency: 'MXN' } },
  since: { at: '2026-03-14T21:02:11Z' },
  lag: { lag: 7_500 },
  count: { count: 12_480 },
});

test('what goes into a sentence is written in the reader’s way', () => {
  expect(spoken(WAITS, reader('en'))).toBe('1,234.5600 MXN waits since 14 Mar 2026, 15:02:11, 7.5 s, in 12,480');
  expect(spoken(WAITS, reader('es-AR'))).toBe('1.234,5600 MXN waits since 14 mar 2026, 15:02:11, 7,5 s, in 12.480');
});

test('an amount whose currency is told elsewhere, or in the same text, is written in the reader’s signs too', () => {
  const whole = said(key('both'), { first: { amount: '7531.40' }, all: { all: [{ amount: '12000.00 MXN' }] } });
  expect(spoken(whole, reader('en'))).toBe('(7,531.40) 12,000.00 MXN');
  expect(spoken(whole, reader('pt-BR'))).toBe('(7.531,40) 12.000,00 MXN');
});

test('a sentence may hold sentences and lists', () => {
  const whole = said(key('both'), { first: said(key('a')), all: { all: ['x', said(key('b')), 'z'], by: 'and' } });
  expect(spoken(whole, reader('en'))).toBe('(a) x, b and z');
  expect(spoken(whole, reader('es-MX'))).toBe('(a) x, b y z');
  expect(spoken(whole, reader('pt-BR'))).toBe('(a) x, b e z');
});

test('a list has commas alone, or a word before the last', () => {
  expect(joined(['a', 'b', 'c'], 'en')).toBe('a, b, c');
  expect(joined(['a', 'b'], 'pt-BR', 'or')).toBe('a ou b');
});

test('a sentence is kept as text and read again; what was kept before stays as it was written', () => {
  expect(keptSaid(keptText(WAITS))).toEqual(WAITS);
  expect(spokenKept(keptText(WAITS), reader('en'))).toBe(spoken(WAITS, reader('en')));
  const typed = ['{"key":"waits","values":null}', '{"key":"waits","values":{"count":null}}'];
  for (const old of ['12 lines read.', '{"key":', '{"key":"', '{"key":7}', '', ...typed]) {
    expect(spokenKept(old, reader('es-MX'))).toBe(old);
  }
});

test('outside a request a sentence is English', () => {
  expect(inEnglish(said('words.none'))).toBe('none');
});
