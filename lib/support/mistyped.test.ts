import { expect, test } from 'vitest';
import { classify } from '@/lib/identifiers/classify';
import { mistypedIn } from './mistyped';

const flaws = (text: string) =>
  classify(text).flatMap((reading) =>
    mistypedIn(reading).map(({ kind, place, digits }) => `${kind} ${place} ${digits}`),
  );

test('the digit that is wrong is named, and what should stand there', () => {
  expect(flaws('646180115400230774')).toContain('clabe last 5');
  expect(flaws('529.982.247-26')).toEqual(['cpf last 25']);
});

test('a right value and one without its dashes are not called mistyped', () => {
  expect(flaws('529.982.247-25')).toEqual([]);
  expect(flaws('8c1a7a5200004000800000000000abcd')).toEqual([]);
  expect(flaws('INV-2041')).toEqual([]);
});
