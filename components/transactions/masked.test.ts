import { expect, test } from 'vitest';
import { maskedAccount, maskedName } from './masked';

test('a name keeps its first word and the initials of the others', () => {
  expect(maskedName('María García López')).toBe('María G. L.');
  expect(maskedName('  Ñandú   Ávila ')).toBe('Ñandú Á.');
  expect(maskedName('Cher')).toBe('Cher');
  expect(maskedName('')).toBe('');
});

test('an account keeps its last four signs', () => {
  expect(maskedAccount('646180157000000004')).toBe('•••• 0004');
  expect(maskedAccount('1234')).toBe('1234');
});
