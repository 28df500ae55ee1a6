import { expect, test } from 'vitest';
import en from '@/lib/language/messages/en';
import es from '@/lib/language/messages/es';
import ptBR from '@/lib/language/messages/pt-BR';
import { EXCEPTION_FILE } from './exception-columns';
import { LEG_FILE } from './leg-columns';
import { LINE_FILE } from './line-columns';
import { REFUND_FILE } from './refund-columns';
import { TRANSACTION_NAMES } from './transaction-columns';

const HEADINGS = { en: en.columns.heading, es: es.columns.heading, 'pt-BR': ptBR.columns.heading };
const FILES = {
  transactions: TRANSACTION_NAMES,
  refunds: REFUND_FILE.map(({ name }) => name),
  legs: LEG_FILE.map(({ name }) => name),
  lines: LINE_FILE.map(({ name }) => name),
  exceptions: EXCEPTION_FILE.map(({ name }) => name),
};

test('an English heading is the name of its column, as programs know it', () => {
  for (const [name, heading] of Object.entries(HEADINGS.en)) expect(heading).toBe(name);
});

test.each(Object.entries(HEADINGS))('no heading of %s parts cells or runs as a formula', (_, headings) => {
  for (const heading of Object.values(headings)) expect(heading).toMatch(/^[\p{L}\p{N}][^,;"\r\n]*$/u);
});

test.each(Object.entries(HEADINGS))('no two columns of a file have one heading in %s', (_, headings) => {
  for (const names of Object.values(FILES)) {
    const words = names.map((name) => headings[name]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});
