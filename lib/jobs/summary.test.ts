import { expect, test } from 'vitest';
import { said, spokenKept } from '@/lib/language/said';
import { keptInEnglish, readerOf } from '@/lib/language/translator';
import { emptyTally, tallySaid } from '@/lib/lists/tally';
import { summaryOf } from './summary';

test('what a run says is kept without a language, and a provider’s answer in its own words', () => {
  const summary = summaryOf([
    tallySaid('ripio-deposits', { ...emptyTally(), rows: 1_412, added: 1 }),
    tallySaid('ripio-withdrawals', { ...emptyTally(), rows: 1 }),
    'GET /api/v1/fiat-withdrawals/ answered 500.',
    said('jobs.lists.stopped'),
  ]);
  expect(keptInEnglish(summary)).toBe(
    'Ripio fiat deposits: 1,412 rows compared, 1 added. Ripio fiat withdrawals: 1 row compared, nothing new. ' +
      'GET /api/v1/fiat-withdrawals/ answered 500. It was stopped before it was through.',
  );
  expect(spokenKept(summary, readerOf('pt-BR', 'America/Sao_Paulo'))).toBe(
    'Depósitos fiat da Ripio: 1.412 linhas comparadas, 1 adicionada. ' +
      'Saques fiat da Ripio: 1 linha comparada, nada novo. ' +
      'GET /api/v1/fiat-withdrawals/ answered 500. Foi interrompida antes de terminar.',
  );
});

test('a summary from before the languages stays as it was written', () => {
  expect(summaryOf(['The list ended in the middle.'])).toBe('The list ended in the middle.');
});
