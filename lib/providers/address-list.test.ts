import { expect, test } from 'vitest';
import { isListed, parseAddressList } from './address-list';

test.each([
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '::ffff:10.0.0.1', true],
  ['10.0.0.1', '10.0.0.2', false],
  ['10.0.0.0/8, 2001:db8::/32', '10.255.0.1', true],
  ['10.0.0.0/8,2001:db8::/32', '2001:db8:1::7', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['2001:db8::/32', '10.0.0.1', false],
  ['0.0.0.0/0', '203.0.113.7', true],
  ['0.0.0.0/0', 'unknown', false],
  ['0.0.0.0/0', '', false],
  ['10.0.0.1', '010.0.0.1', false],
])('%s, %s: %s', (text, address, expected) => {
  const list = parseAddressList(text);
  expect(list && isListed(list, address)).toBe(expected);
});

test.each([
  '',
  ',',
  'juno',
  '10.0.0.1,juno',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10/8',
  '::/129',
  '10.0.0.0/-1',
])('%j is no list', (text) => {
  expect(parseAddressList(text)).toBeNull();
});
