import { expect, test } from 'vitest';
import { safeNextPath } from './next-path';

test('a path of this site is kept with its query', () => {
  expect(safeNextPath('/transactions?status=failed#top')).toBe('/transactions?status=failed#top');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '',
  undefined,
  ['/a', '/b'],
])('%j leads home', (text) => {
  expect(safeNextPath(text)).toBe('/');
});
