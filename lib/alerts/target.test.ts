import { expect, test } from 'vitest';
import { isEmailTarget, isPublicAddress, urlFault } from './target';

test.each([
  ['https://hooks.slack.com/services/T0/B0/x', null, null],
  ['https://alerts.example.com:8443/a?b=c', null, null],
  ['http://alerts.example.com/', 'not_https', 'not_https'],
  ['http://127.0.0.1:9000/', null, 'not_https'],
  ['http://localhost/', null, 'not_https'],
  ['https://10.0.0.8/', null, 'private'],
  ['https://192.168.1.4/', null, 'private'],
  ['https://169.254.169.254/latest', null, 'private'],
  ['https://100.64.0.1/', null, 'private'],
  ['https://[fd00::1]/', null, 'private'],
  ['https://[fe80::1]/', null, 'private'],
  ['https://0.0.0.0/', null, 'private'],
  ['https://2130706433/', null, 'private'], // 127.0.0.1, as a number
  ['https://0x7f.1/', null, 'private'],
  ['https://me:secret@example.com/', 'with_password', 'with_password'],
  ['ftp://example.com/', 'not_a_url', 'not_a_url'],
  ['javascript:alert(1)', 'not_a_url', 'not_a_url'],
  ['example.com', 'not_a_url', 'not_a_url'],
  [`https://example.com/${'x'.repeat(600)}`, 'not_a_url', 'not_a_url'],
] as const)('%s', (url, local, elsewhere) => {
  expect([urlFault(url, true), urlFault(url, false)]).toEqual([local, elsewhere]);
});

test('what is public is an address of the internet, also written in other ways', () => {
  for (const address of ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8']) expect(isPublicAddress(address)).toBe(true);
  for (const address of ['::1', '::', '224.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', 'x', '::ffff:127.0.0.1'])
    expect(isPublicAddress(address), address).toBe(false);
});

test('an e-mail address is one address and nothing beside it', () => {
  expect(isEmailTarget('ops@example.com')).toBe(true);
  for (const text of ['ops', 'a@b', 'a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com'])
    expect(isEmailTarget(text), text).toBe(false);
});
