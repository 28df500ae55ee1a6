import { expect, test } from 'vitest';
import { PASSWORD_LENGTH, passwordFault } from './password';

const EMAIL = 'mariana.lopez@desk.test';

test.each([
  ['eleven-char', 'too_short'],
  ['', 'too_short'],
  ['x'.repeat(PASSWORD_LENGTH.max + 1), 'too_long'],
  ['password1234', 'common'],
  ['Password-2026!', 'common'],
  ['passwordpassword', 'common'],
  ['Qwertyuiop123', 'common'],
  ['123456789012', 'common'],
  ['098765432109', 'common'],
  ['abcdefghijkl', 'common'],
  ['1q2w3e4r5t6y', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abcabcabcabc', 'common'],
  ['Contraseña2026', 'common'],
  ['mariana.lopez99', 'own_name'],
  ['the MARIANA.LOPEZ way', 'own_name'],
] as const)('%j is refused: %s', (password, fault) => {
  expect(passwordFault(password, EMAIL)).toBe(fault);
});

test.each(['twelve-chars', 'correct mango parade', 'vnR4-zzQe-81bb', 'ñandú que corre lejos', '😀😀😀nine more'])(
  '%j is taken',
  (password) => {
    expect(passwordFault(password, EMAIL)).toBeNull();
  },
);

test('a character outside the first plane counts once', () => {
  expect(passwordFault('😀🙂😉🤔🥭🌵🌮🎺🪅🦜🌊', EMAIL)).toBe('too_short');
  expect(passwordFault('😀🙂😉🤔🥭🌵🌮🎺🪅🦜🌊🦩', EMAIL)).toBeNull();
});

test('a name of three letters is part of too many words to be refused', () => {
  expect(passwordFault('banana and mango', 'ana@desk.test')).toBeNull();
});
