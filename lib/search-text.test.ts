import { expect, test } from 'vitest';
import { classify } from '@/lib/identifiers/classify';
import { isPrivate, narrowed, readAsked } from './search-text';

test('one line is a text, several are a column, and blank lines are none', () => {
  expect(readAsked(' \n \t')).toEqual({ kind: 'nothing' });
  expect(readAsked('  ORDER 1 \r\n')).toEqual({ kind: 'one', text: 'ORDER 1' });
  expect(readAsked('a\r\n\r\n b \n')).toEqual({ kind: 'column', values: ['a', 'b'] });
});

test('what is too much is refused with its number', () => {
  const column = Array.from({ length: 1_204 }, (_, i) => `v${i}`).join('\n');
  expect(readAsked(column)).toMatchObject({ kind: 'refused', message: { values: { count: 1_204 } } });
  expect(readAsked(column.split('\n').slice(0, 1_000).join('\n'))).toMatchObject({ kind: 'column' });
  expect(readAsked('x'.repeat(100_000))).toMatchObject({ message: { values: { count: 100_000 } } });
  expect(readAsked(`ok\n${'x'.repeat(501)}`)).toMatchObject({ kind: 'refused' });
});

test('tax ids and account numbers are private under any of their readings, payments’ ids are not', () => {
  const accounts = ['529.982.247-25', '11.222.333/0001-81', '12.ABC.345/01DE-35', '20-26756539-3'];
  for (const text of [...accounts, '646180115400230775', '0000465160000000100092', '2850590940090418135201'])
    expect([text, isPrivate(text)]).toEqual([text, true]);
  for (const text of ['ORDER-1', 'd441f9db-e2df-4ca5-9dab-7526efdcea86', 'E1823612020260314150200zzzzzzzz1'])
    expect([text, isPrivate(text)]).toEqual([text, false]);
});

test('a text narrowed to a reading is looked for as that reading writes it, in its own fields', () => {
  const readings = classify('646 180 11540023077 5');
  expect(narrowed('646 180 11540023077 5', readings, 'clabe')).toEqual({
    text: '646180115400230775',
    fields: ['sender_clabe', 'receiver_clabe', 'clabe'],
  });
  expect(narrowed('646180115400230775', readings, 'cpf')).toEqual({ text: '646180115400230775', fields: null });
});
