import { expect, test } from 'vitest';
import { RAILS, type Rail } from '@/lib/reconciliation/leg';
import { sentenceOf } from './rule-words';

const said = (...asked: Parameters<typeof sentenceOf>) =>
  sentenceOf(...asked)
    .map(({ text }) => text)
    .join('');

test('a rule reads as a sentence with its rails and its days', () => {
  expect(said('clave', { rails: ['spei'], windowDays: 1 })).toBe(
    'where the clave de rastreo is the same and the amount is exact, or explained to the last digit, on SPEI, within 1 day',
  );
  const every = Object.keys(RAILS) as Rail[];
  expect(said('account', { rails: every, windowDays: 0 })).toMatch(/on every rail, within the same day$/);
});

test('an id that names one payment for good does not ask for the day', () => {
  expect(said('e2e', { rails: ['pix'], windowDays: 3 })).toMatch(/on PIX, on any day$/);
});
