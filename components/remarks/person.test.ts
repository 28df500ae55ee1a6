import { expect, test } from 'vitest';
import { initialsOf } from './person';

test('initials are of the first and the last name, or the first two letters', () => {
  expect(initialsOf('ana.lucia.reyes@desk.test')).toBe('AR');
  expect(initialsOf('ops@desk.test')).toBe('OP');
  expect(initialsOf('João Pereira')).toBe('JP');
  expect(initialsOf('@')).toBe('');
});
