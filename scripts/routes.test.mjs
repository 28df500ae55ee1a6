import { expect, test } from 'vitest';
import { decodable } from './routes.mjs';

test.each([
  ['/transactions/juno%3Aissuance%3A1?q=%E0', '/transactions/juno%3Aissuance%3A1?q=%E0'],
  ['/transactions/%E0%A4%A', '/transactions/%25E0%25A4%25A'],
  ['/support/100%?at=1', '/support/100%25?at=1'],
  ['/', '/'],
])('%s is asked for as %s', (asked, read) => {
  expect(decodable(asked)).toBe(read);
});
