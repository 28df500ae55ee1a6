import { expect, test } from 'vitest';
import { differenceLabel } from './run-words';

test('what changed between two runs is told in the words of rules and reasons', () => {
  expect(differenceLabel('matched by e2e')).toBe('Matched by End-to-end id');
  expect(differenceLabel('lines left: missing_at_provider')).toBe('Lines left: Missing at the provider');
  expect(differenceLabel('legs left: none')).toBe('Payments left: Expected or proposed, no exception');
  expect(differenceLabel('legs in')).toBe('Payments in');
});
