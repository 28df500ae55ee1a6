import { expect, test } from 'vitest';
import type { FoundId } from '@/lib/statements/found-ids';
import { markIds } from './mark-ids';

const found = (kind: FoundId['kind'], value: string): FoundId => ({ kind, value, key: value, from: 'text' });

test('an id is marked where it stands, also where the bank wrote blanks and points into it', () => {
  const cnpj = found('tax_id', '12345678000195');
  const { pieces, elsewhere } = markIds('PIX de 12.345.678/0001-95 ok', [cnpj]);
  expect(pieces).toEqual([
    { text: 'PIX de ', id: null },
    { text: '12.345.678/0001-95', id: cnpj },
    { text: ' ok', id: null },
  ]);
  expect(elsewhere).toEqual([]);
});

test('the pieces of any text are the text again', () => {
  const text = 'a+b (c) 646180123400000001 646180123400000001';
  const { pieces } = markIds(text, [found('clabe', '646180123400000001'), found('reference', '(c)')]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ id }) => id)).toHaveLength(2);
});

test('of two ids that overlap the longer is marked, and one that is in no text stands elsewhere', () => {
  const long = found('cbu', '2850590940090418135201');
  const short = found('reference', '0590940');
  const field = found('e2e', 'E0000000020260302120000000000001');
  const { pieces, elsewhere } = markIds('CBU 2850590940090418135201', [short, long, field]);
  expect(pieces.flatMap(({ id }) => (id ? [id] : []))).toEqual([long]);
  expect(elsewhere).toEqual([field]);
});
