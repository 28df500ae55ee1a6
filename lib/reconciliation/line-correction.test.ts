import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { fieldId, findIds } from '@/lib/statements/find-ids';
import {
  changeWords,
  correctedReading,
  type LineChange,
  type LineReading,
  lineChangeSchema,
  readingChanges,
} from './line-correction';

const CLABE = '012180001182345671';
const READ: LineReading = { kind: 'payment', name: 'ACME', account: null, taxId: null, ids: findIds(`CLABE ${CLABE}`) };
const words = (changes: ReturnType<typeof readingChanges>) => {
  const told = changeWords(changes);
  return told && inEnglish(told);
};
const correct = (change: LineChange, before = READ) => correctedReading(before, lineChangeSchema.parse(change));

test('what is left out of a correction stays', () => {
  expect(correct({})).toEqual(READ);
  expect(readingChanges(READ, correct({}))).toEqual([]);
  expect(correct({ kind: 'fee' })).toEqual({ ...READ, kind: 'fee' });
  expect(words(readingChanges(READ, correct({ kind: 'internal', name: ' ' })))).toBe(
    'Kind: Payment → Between own accounts; Counterparty: ACME → none',
  );
});

test('a clave typed with a blank is the same clave', () => {
  const after = correct({ addedIds: [{ kind: 'clave_rastreo', value: ' 20260202 00000000000071' }] });
  expect(after.ids.at(-1)).toEqual({
    kind: 'clave_rastreo',
    value: '20260202 00000000000071',
    key: '2026020200000000000071',
    from: 'field',
  });
  expect(words(readingChanges(READ, after))).toBe('Clave de rastreo: none → 20260202 00000000000071');
});

test('an id that was found by mistake is taken away, and the blank of a form adds none', () => {
  const [found] = READ.ids;
  const after = correct({
    removedIds: [{ kind: 'clabe', key: found?.key ?? '' }],
    addedIds: [{ kind: 'e2e', value: '' }],
  });
  expect(after.ids).toEqual([]);
  expect(words(readingChanges(READ, after))).toBe(`CLABE: ${CLABE} → none`);
});

test('another account or tax id brings its id along and takes the one before it away', () => {
  const before = correct({ account: CLABE, taxId: '20-12345678-6' }, { ...READ, ids: [] });
  expect(before.ids).toEqual([
    { kind: 'clabe', value: CLABE, key: CLABE, from: 'field' },
    { kind: 'tax_id', value: '20-12345678-6', key: '20123456786', from: 'field' },
  ]);
  const after = correct({ account: null, taxId: '***.123.456-**' }, before);
  expect(after.ids.map(({ kind }) => kind)).toEqual(['masked_tax_id']);
});

test('an id that stood in the text outranks itself once a person says it', () => {
  const after = correct({ addedIds: [{ kind: 'clabe', value: CLABE }] });
  expect(after.ids).toEqual([fieldId('clabe', CLABE)]);
  expect(readingChanges(READ, after)).toEqual([]);
});

test('what a browser may not send is refused', () => {
  expect(lineChangeSchema.safeParse({ kind: 'gift' }).success).toBe(false);
  expect(lineChangeSchema.safeParse({ name: 'x'.repeat(201) }).success).toBe(false);
  expect(lineChangeSchema.safeParse({ addedIds: [{ kind: 'masked_tax_id', value: '1' }] }).success).toBe(false);
});
