import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { providers } from './index';
import { KeyRing } from './key-ring';
import { verify } from './verify';
import {
  BODY,
  evidenceOf,
  HMAC_SECRET,
  hmac,
  JUNO_ADDRESS,
  judge,
  junoHeaders,
  keys,
  LOCAL,
  never,
  PATH_SECRET,
  PLAIN,
  plainSign,
  published,
  RIPIO_ADDRESS,
  ringsDown,
  ringsUp,
  type Sent,
  SIGNED_BY_JUNO,
  WAYS,
  type Way,
} from './ways';

/** The rules around the matrix of verify.test.ts. */

describe('headers', () => {
  test.each(['SIGNATURE', 'Signature', 'sIgNaTuRe'])('%s is the same header', async (name) => {
    const headers = { [name]: plainSign(BODY, keys.brla.privateKey) };
    expect(await judge({ provider: 'brla', source: PLAIN }, { headers })).toMatchObject({ proof: 'signature' });
  });

  test.each([
    ['twice the same', (genuine: string) => `${genuine}, ${genuine}`],
    ['a genuine one last', (genuine: string) => `AAAA, ${genuine}`],
    ['a genuine one first', (genuine: string) => `${genuine}, AAAA`],
  ])('a signature that came more than once is refused: %s', async (_, repeat) => {
    const headers = { signature: repeat(plainSign(BODY, keys.brla.privateKey)) };
    expect(await judge({ provider: 'brla', source: PLAIN }, { headers })).toMatchObject({
      outcome: 'refused',
      reason: { key: 'proof.refused.headerTwice' },
    });
  });

  test('so is a key id', async () => {
    const headers = junoHeaders(plainSign(SIGNED_BY_JUNO, keys.bitso.privateKey), 'key-2, key-1');
    const verdict = await judge({ provider: 'juno', source: PLAIN }, { headers, peer: JUNO_ADDRESS });
    expect(verdict).toMatchObject({ outcome: 'refused', reason: { key: 'proof.refused.headerTwice' } });
  });

  test.each(['', ' ', 'null', '{}', 'AAAA', '=', 'a'.repeat(100_000)])('%j is no signature', async (text) => {
    const sent = { headers: { signature: text, host: 'localhost' }, peer: '127.0.0.1' };
    expect(await judge({ provider: 'brla', source: LOCAL }, sent)).toMatchObject({ outcome: 'refused' });
  });

  test('a signature without its key id is tried with every key', async () => {
    const headers = { 'x-bitso-webhook-event-signature': plainSign(SIGNED_BY_JUNO, keys.bitso.privateKey) };
    expect(await judge({ provider: 'juno', source: PLAIN }, { headers })).toMatchObject({ by: 'key-1' });
  });
});

describe('keys', () => {
  test('an id that nobody has is named, and refused', async () => {
    const headers = junoHeaders(plainSign(SIGNED_BY_JUNO, keys.bitso.privateKey), 'key-9');
    expect(await judge({ provider: 'juno', source: PLAIN }, { headers })).toMatchObject({
      outcome: 'refused',
      reason: { key: 'proof.refused.unknownKey', values: { key: '"key-9"' } },
    });
  });

  test('two keys with one id are both tried', async () => {
    const rings = new Map([
      ['bitso', published(['key-1', keys.rsaStranger.publicKey], ['key-1', keys.bitso.publicKey])],
    ]);
    const { genuine } = WAYS['Juno, signed'] as Way;
    expect(await judge({ provider: 'juno', source: PLAIN }, genuine, rings)).toMatchObject({ by: 'key-1' });
  });

  test('v2 is proven while the endpoint of v1 is down, and what neither proves waits', async () => {
    const rings = new Map([...ringsUp(), ['brla', KeyRing.fetched(never, () => 0)] as const]);
    const { source, genuine, strangers } = WAYS['BRLA v2 (Avenia)'] as Way;
    expect(await judge({ provider: 'brla', source }, genuine, rings)).toMatchObject({ by: 'avenia' });
    expect(await judge({ provider: 'brla', source }, strangers, rings)).toMatchObject({ outcome: 'unavailable' });
  });

  test('a key of the wrong kind proves nothing', async () => {
    const rings = new Map([
      ['brla', published([null, keys.avenia.publicKey])],
      ['avenia', published([null, keys.brla.publicKey])],
    ]);
    for (const name of ['BRLA v1', 'BRLA v2 (Avenia)']) {
      const { source, genuine } = WAYS[name] as Way;
      expect(await judge({ provider: 'brla', source }, genuine, rings)).toMatchObject({ outcome: 'refused' });
    }
  });

  test('a signer without a key ring is no open door', async () => {
    const { source, genuine } = WAYS['Ripio, HMAC'] as Way;
    const verdict = await judge({ provider: 'ripio', source }, genuine, new Map());
    expect(verdict).toMatchObject({ outcome: 'unavailable', reason: 'No keys are configured for ripio.' });
  });

  test('with the key at hand the verdict is there at once, and so it is for an address', async () => {
    const rings = ringsUp();
    const way = WAYS['BRLA v1'] as Way;
    const ask = () => verify(providers.brla, way.source, evidenceOf(way.genuine), rings);
    expect(ask()).toBeInstanceOf(Promise);
    await ask();
    expect(ask()).toMatchObject({ outcome: 'genuine' });
    expect(verify(providers.juno, PLAIN, evidenceOf({ peer: JUNO_ADDRESS }), rings)).toMatchObject({
      proof: 'address',
    });
  });
});

describe('addresses', () => {
  test("Juno's prove a delivery, in their own environment only", async () => {
    for (const environment of ['stage', 'production'] as const) {
      const other = environment === 'stage' ? 'production' : 'stage';
      expect(providers.juno.addresses[environment]).toHaveLength(3);
      for (const peer of providers.juno.addresses[environment]) {
        const source = { ...PLAIN, environment };
        expect(await judge({ provider: 'juno', source }, { peer })).toMatchObject({ proof: 'address', by: peer });
        const elsewhere = { ...PLAIN, environment: other } as const;
        expect(await judge({ provider: 'juno', source: elsewhere }, { peer })).toMatchObject({ outcome: 'refused' });
      }
    }
  });

  test('prove nothing where a signature is required', async () => {
    const source = { ...PLAIN, requiresSignature: true };
    expect(await judge({ provider: 'juno', source }, { peer: JUNO_ADDRESS })).toMatchObject({ outcome: 'refused' });
    const { genuine } = WAYS['Juno, signed'] as Way;
    expect(await judge({ provider: 'juno', source }, genuine)).toMatchObject({ proof: 'signature' });
  });

  test('a wrong signature is refused from the right address', async () => {
    const { strangers } = WAYS['Juno, signed'] as Way;
    const verdict = await judge({ provider: 'juno', source: PLAIN }, { ...strangers, peer: JUNO_ADDRESS });
    expect(verdict).toMatchObject({ outcome: 'refused' });
  });

  test.each([null, ''])('a request that did not come through our server (%j) has none', async (peer) => {
    expect(await judge({ provider: 'juno', source: LOCAL }, { peer })).toMatchObject({
      outcome: 'refused',
      reason: { key: 'proof.refused.noPeer' },
    });
  });
});

describe('secrets', () => {
  const { source } = WAYS['Ripio, secret in the path'] as Way;

  test.each(['', PATH_SECRET.slice(1), `${PATH_SECRET}x`, PATH_SECRET.toUpperCase(), '\u{1F511}'])(
    '%j is not the one',
    async (pathSecret) => {
      const verdict = await judge({ provider: 'ripio', source }, { pathSecret, peer: RIPIO_ADDRESS });
      expect(verdict).toMatchObject({ outcome: 'refused' });
      expect(JSON.stringify(verdict)).not.toContain(PATH_SECRET.slice(1));
    },
  );

  test('one is refused where none is set up, also from this machine', async () => {
    for (const provider of ['juno', 'ripio', 'brla'] as const) {
      const sent = { pathSecret: PATH_SECRET, peer: '127.0.0.1', headers: { host: 'localhost' } };
      expect(await judge({ provider, source: LOCAL }, sent)).toMatchObject({ outcome: 'refused' });
    }
  });

  test('without an address list it is taken from anywhere', async () => {
    const anywhere = { ...source, peers: null };
    expect(await judge({ provider: 'ripio', source: anywhere }, { pathSecret: PATH_SECRET })).toMatchObject({
      proof: 'secret',
    });
  });

  test('an HMAC may come without its prefix and in capitals, not with another prefix', async () => {
    const way = WAYS['Ripio, HMAC'] as Way;
    const bare = hmac(BODY, HMAC_SECRET).slice('sha256='.length);
    for (const text of [bare, bare.toUpperCase()]) {
      const headers = { 'http-x-wh-signature-256': text };
      expect(await judge(way, { headers, peer: RIPIO_ADDRESS })).toMatchObject({ proof: 'signature' });
    }
    for (const text of [`sha1=${bare}`, bare.slice(2), `${bare}00`]) {
      const headers = { 'http-x-wh-signature-256': text };
      expect(await judge(way, { headers, peer: RIPIO_ADDRESS })).toMatchObject({ outcome: 'refused' });
    }
  });
});

describe('local mode', () => {
  const here = (host: string | null, more = {}) => ({ headers: { ...(host && { host }), ...more }, peer: '127.0.0.1' });

  test.each(['127.0.0.1', '127.8.8.8', '::1'])('takes unsigned deliveries from %s', async (peer) => {
    for (const provider of ['juno', 'ripio', 'brla'] as const)
      expect(await judge({ provider, source: LOCAL }, { peer, headers: { host: 'localhost:3000' } })).toEqual({
        outcome: 'genuine',
        proof: 'loopback',
        by: peer,
      });
  });

  test.each(['localhost', '127.0.0.1:3000', '[::1]:3000', 'desk.localhost:80'])('asked for as %s', async (host) => {
    expect(await judge({ provider: 'brla', source: LOCAL }, here(host))).toMatchObject({ proof: 'loopback' });
  });

  test.each(['desk.example.com', 'abc.ngrok.app', 'localhost.example.com', '127.0.0.1.example.com', null])(
    'a tunnel that ends here and asks for %s is not this machine',
    async (host) => {
      expect(await judge({ provider: 'brla', source: LOCAL }, here(host))).toMatchObject({ outcome: 'refused' });
    },
  );

  test('a page open in a browser here is not this machine', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3000'])
      expect(await judge({ provider: 'brla', source: LOCAL }, here('localhost', { origin }))).toMatchObject({
        outcome: 'refused',
      });
  });

  test.each(['10.0.0.4', '203.0.113.7', '2001:db8::1', '1.127.0.0', 'unknown'])(
    'refuses unsigned deliveries from %j',
    async (peer) => {
      const sent = { peer, headers: { host: 'localhost' } };
      expect(await judge({ provider: 'ripio', source: LOCAL }, sent)).toMatchObject({ outcome: 'refused' });
    },
  );

  test('refuses a wrong signature also from loopback, and waits for keys', async () => {
    for (const name of ['Juno, signed', 'BRLA v1', 'BRLA v2 (Avenia)', 'Ripio, ECDSA', 'Ripio, HMAC']) {
      const { provider, source, genuine, strangers } = WAYS[name] as Way;
      const local = { provider, source: { ...source, isLocal: true } };
      const asLocal = (sent: Sent) => ({ ...sent, peer: '::1', headers: { ...sent.headers, host: 'localhost' } });
      expect(await judge(local, asLocal(strangers))).toMatchObject({ outcome: 'refused' });
      expect(await judge(local, asLocal(genuine))).toMatchObject({ proof: 'signature' });
      if (provider !== 'ripio')
        expect(await judge(local, asLocal(genuine), ringsDown())).toMatchObject({ outcome: 'unavailable' });
    }
  });

  test('outside it loopback proves nothing', async () => {
    for (const provider of ['juno', 'ripio', 'brla'] as const)
      expect(await judge({ provider, source: PLAIN }, here('localhost'))).toMatchObject({ outcome: 'refused' });
  });

  test('a source that requires signatures requires them here too', async () => {
    const source = { ...LOCAL, requiresSignature: true };
    expect(await judge({ provider: 'juno', source }, here('localhost'))).toMatchObject({ outcome: 'refused' });
  });
});

describe('a clock that is hours off', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  test.each(['1970-01-01', '2026-11-22T03:00Z', '2099-01-01'])('%s changes no verdict', async (now) => {
    vi.setSystemTime(new Date(now));
    for (const [name, way] of Object.entries(WAYS)) {
      expect([name, (await judge(way, way.genuine)).outcome]).toEqual([name, 'genuine']);
      expect([name, (await judge(way, way.strangers)).outcome]).toEqual([name, 'refused']);
    }
  });
});
