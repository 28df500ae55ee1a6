import { expect, test } from 'vitest';
import { providers } from './index';
import { verify } from './verify';

const from = (peer: string | null) => ({ peer, headers: new Headers(), body: new Uint8Array() });
const local = { environment: 'stage', isLocal: true } as const;
const production = { environment: 'production', isLocal: false } as const;

test.each(['127.0.0.1', '127.8.8.8', '::1'])('local mode takes unsigned deliveries from %s', (peer) => {
  expect(verify(providers.brla, local, from(peer))).toEqual({ isGenuine: true, proof: 'loopback' });
});

test.each(['10.0.0.4', '203.0.113.7', '2001:db8::1', '1.127.0.0', ''])(
  'local mode refuses unsigned deliveries from %j',
  (peer) => {
    expect(verify(providers.ripio, local, from(peer))).toMatchObject({ isGenuine: false });
  },
);

test('outside local mode loopback proves nothing', () => {
  for (const contract of Object.values(providers))
    expect(verify(contract, production, from('127.0.0.1')).isGenuine).toBe(false);
});

test("Juno's addresses prove a delivery, in their own environment only", () => {
  for (const environment of ['stage', 'production'] as const) {
    const other = environment === 'stage' ? 'production' : 'stage';
    expect(providers.juno.addresses[environment]).toHaveLength(3);
    for (const peer of providers.juno.addresses[environment]) {
      expect(verify(providers.juno, { environment, isLocal: false }, from(peer))).toEqual({
        isGenuine: true,
        proof: 'address',
      });
      expect(verify(providers.juno, { environment: other, isLocal: false }, from(peer)).isGenuine).toBe(false);
    }
  }
});

test('a request that did not come through our server has no peer and is refused', () => {
  expect(verify(providers.juno, local, from(null))).toMatchObject({
    isGenuine: false,
    reason: expect.stringContaining('peer address'),
  });
});
