import { expect, test } from 'vitest';
import { spoken } from '@/lib/language/said';
import { inEnglish, readerOf } from '@/lib/language/translator';
import type { ExportListName } from './export';
import { queryWords } from './query-words';

const words = (list: ExportListName, address: string) => queryWords(list, new URLSearchParams(address));

test.each([
  ['lines', '', 'All bank lines.'],
  ['refunds', 'sort=-amount&tz=UTC', 'All refunds.'],
  [
    'legs',
    'rail=spei&state=late&state=exception&from=2026-03-01',
    'Legs: rail SPEI; state Late or Exception; from 2026-03-01.',
  ],
  [
    'legs',
    'direction=in&direction=out&provider=juno&kind=mint',
    'Legs: direction in or out; provider Juno; kind Mint.',
  ],
  ['exceptions', 'state=open&state=in_work&state=waiting', 'Exceptions: state open or in_work or waiting.'],
  ['refunds', 'column=stuck&older_than=600&partial=true', 'Refunds: stage stuck; older than seconds 600; partial.'],
  [
    'refunds',
    'triggered_from=2026-03-01&tz=America/Mexico_City',
    'Refunds: triggered from 2026-03-01 (dates in Mexico City).',
  ],
  ['lines', 'reason=missing_at_bank&with_id=true', 'Bank lines: reason Missing at the bank; with id.'],
  ['lines', 'of_tomorrow=x', 'Bank lines: of tomorrow x.'],
] as const)('a query of %s that says %s is one sentence', (list, address, sentence) => {
  expect(inEnglish(words(list, address))).toBe(sentence);
});

test('the same is said in the words of whoever reads it', () => {
  const sentence = words('legs', 'rail=chain&state=late&state=exception&amount_min=5');
  expect(spoken(sentence, readerOf('es', 'UTC'))).toBe(
    'Tramos: riel En blockchain; estado Con retraso o Excepción; importe mínimo 5.',
  );
  expect(spoken(sentence, readerOf('pt-BR', 'UTC'))).toBe(
    'Pernas: trilho Em blockchain; estado Em atraso ou Exceção; valor mínimo 5.',
  );
  expect(spoken(words('refunds', 'ended_to=2026-03-01&tz=America/Mexico_City'), readerOf('es', 'UTC'))).toBe(
    'Devoluciones: terminada hasta 2026-03-01 (fechas de Ciudad de México).',
  );
});
