import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { differenceSaid } from './run-words';

test('what changed between two runs is told in the words of rules and reasons', () => {
  const told = (name: string) => {
    const difference = differenceSaid(name);
    return typeof difference === 'string' ? difference : inEnglish(difference);
  };
  expect(told('matched by e2e')).toBe('Matched by End-to-end id');
  expect(told('lines left: missing_at_provider')).toBe('Lines left: Missing at the provider');
  expect(told('legs left: none')).toBe('Payments left: Expected or proposed, no exception');
  expect(told('legs in')).toBe('Payments in');
  expect(told('lines in')).toBe('Lines in');
});
