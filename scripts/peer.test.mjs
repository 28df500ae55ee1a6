import { describe, expect, test } from 'vitest';
import { parseHops, parseTrusted, provenPeer } from './peer.mjs';

const ask = (socketAddress, forwardedFor, { trusted, hops } = {}) =>
  provenPeer({ socketAddress, forwardedFor, trusted: parseTrusted(trusted), hops });

describe('the proven peer', () => {
  test('is the socket when nobody is trusted, whatever the header claims', () => {
    expect(ask('203.0.113.9', '127.0.0.1')).toBe('203.0.113.9');
    expect(ask('203.0.113.9', '127.0.0.1, 10.0.0.1')).toBe('203.0.113.9');
    expect(ask('203.0.113.9', undefined)).toBe('203.0.113.9');
  });

  test('is the socket when the caller is not one of the trusted proxies', () => {
    expect(ask('203.0.113.9', '127.0.0.1', { trusted: '10.0.0.0/8' })).toBe('203.0.113.9');
  });

  test('is what a trusted proxy wrote, not what the client put to the left of it', () => {
    expect(ask('10.0.0.2', '127.0.0.1, 198.51.100.7', { trusted: '10.0.0.0/8' })).toBe('198.51.100.7');
  });

  test('lies behind as many trusted proxies as there are, and not one further', () => {
    const chain = '1.1.1.1, 198.51.100.7, 10.0.0.3';
    expect(ask('10.0.0.2', chain, { trusted: '10.0.0.2, 10.0.0.3' })).toBe('198.51.100.7');
    expect(ask('10.0.0.2', chain, { trusted: '10.0.0.2' })).toBe('10.0.0.3');
  });

  test('is found by counting proxies', () => {
    const chain = '1.1.1.1, 198.51.100.7, 192.0.2.1';
    expect(ask('203.0.113.9', chain, { hops: 0 })).toBe('203.0.113.9');
    expect(ask('203.0.113.9', chain, { hops: 1 })).toBe('192.0.2.1');
    expect(ask('203.0.113.9', chain, { hops: 2 })).toBe('198.51.100.7');
    expect(ask('203.0.113.9', '198.51.100.7', { hops: 5 })).toBe('198.51.100.7');
  });

  test('needs both the address and the count where both are configured', () => {
    const both = { trusted: '10.0.0.0/8', hops: 1 };
    expect(ask('10.0.0.2', '198.51.100.7, 10.0.0.3', both)).toBe('10.0.0.3');
    expect(ask('203.0.113.9', '198.51.100.7', both)).toBe('203.0.113.9');
  });

  test('stays at the proxy that does not name an address', () => {
    for (const junk of ['unknown', '', '_hidden', '0x7f000001', '2130706433', '1.2.3', '300.1.1.1']) {
      expect(ask('10.0.0.2', `198.51.100.7, ${junk}`, { trusted: '10.0.0.0/8' })).toBe('10.0.0.2');
    }
  });

  test('is one spelling of one address', () => {
    expect(ask('::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(ask('2001:DB8:0:0::1')).toBe('2001:db8::1');
    expect(ask('fe80::1%eth0')).toBe('fe80::1');
    const proxied = { trusted: '10.0.0.0/8' };
    expect(ask('::ffff:10.0.0.2', '::FFFF:198.51.100.7', proxied)).toBe('198.51.100.7');
    expect(ask('10.0.0.2', '198.51.100.7:4711', proxied)).toBe('198.51.100.7');
    expect(ask('10.0.0.2', '[2001:db8::7]:4711', proxied)).toBe('2001:db8::7');
  });

  test('is unknown without a socket address, even where proxies are counted', () => {
    expect(ask(undefined, '127.0.0.1', { hops: 3 })).toBe('unknown');
  });
});

describe('the configuration', () => {
  test('takes addresses and networks of both kinds', () => {
    const trusted = '192.0.2.1, 2001:db8::/32,10.0.0.0/8';
    expect(ask('2001:db8::2', '198.51.100.7', { trusted })).toBe('198.51.100.7');
    expect(ask('192.0.2.1', '198.51.100.7', { trusted })).toBe('198.51.100.7');
    expect(ask('192.0.2.2', '198.51.100.7', { trusted })).toBe('192.0.2.2');
  });

  test('refuses what it cannot read instead of trusting by mistake', () => {
    for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', '10.0.0/8', '2001:db8::/129']) {
      expect(() => parseTrusted(wrong)).toThrow('TRUSTED_PROXIES');
    }
    for (const wrong of ['-1', 'one', '1.5']) expect(() => parseHops(wrong)).toThrow('TRUSTED_PROXY_COUNT');
    expect(parseHops('')).toBeUndefined();
    expect(parseHops('2')).toBe(2);
  });
});
