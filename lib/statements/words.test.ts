import { expect, test } from 'vitest';
import { spoken } from '@/lib/language/said';
import { readerOf } from '@/lib/language/translator';
import { readCsv } from './csv';
import { UnreadableFile } from './statement';
import { allOf, madeFile, madeProfile } from './table-made';

const [es, pt] = [readerOf('es', 'UTC'), readerOf('pt-BR', 'UTC')];

test('why a file or a row cannot be read is said in the language of whoever reads it', async () => {
  const read = (text: string) => allOf(readCsv(madeFile(text), madeProfile()));
  const refused = await read('Day,Text,Amount,Balance\n').catch((error: unknown) => error);
  if (!(refused instanceof UnreadableFile)) throw refused;
  const headings = '“Day”, “Text”, “Amount”, “Balance”';
  expect(spoken(refused.said, es)).toBe(`Falta la columna “Date”; están los encabezados ${headings} (línea 1)`);
  expect(spoken(refused.said, pt)).toBe(`Falta a coluna “Date”; há os cabeçalhos ${headings} (linha 1)`);
  const [, row] = await read('Date,Text,Amount,Balance\n31/02/2026,x,1.00,1.00\n');
  expect(row?.part === 'unreadable' && spoken(row.reason, es)).toBe(
    '“31/02/2026” es un día que no existe, leído con el día primero',
  );
});

test('a sentence that names others says them in the same language', () => {
  const reason = { key: 'parsing.table.balance', values: { reason: { key: 'parsing.amount.noDirection' } } } as const;
  expect(spoken(reason, pt)).toBe('Saldo: A coluna do sentido está vazia');
});
