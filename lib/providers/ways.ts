import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { parseAddressList } from './address-list';
import type { SignatureDeclaration } from './contract';
import { providers } from './index';
import { KeyRing } from './key-ring';
import { type Evidence, type Rings, type Source, secretDigest, verify } from './verify';

/** For tests of the verifier: one genuine delivery for every way of proving one, with keys made for this run. */

/** A source as it is set up in production, with nothing configured. */
export const PLAIN: Source = {
  environment: 'production',
  isLocal: false,
  requiresSignature: false,
  signatures: [],
  pathSecretDigest: null,
  peers: null,
};
export const LOCAL: Source = { ...PLAIN, environment: 'stage', isLocal: true };

export const STRANGER = '203.0.113.7';
export const JUNO_ADDRESS = '52.15.91.227';
export const RIPIO_ADDRESS = '198.51.100.20';
export const PATH_SECRET = 'a-path-secret-of-tests';
export const HMAC_SECRET = 'an-hmac-secret-of-tests';

export const BODY = '{\n "event": "TRANSACTION",\n "payload": {"id": "7", "amount": 1.50, "name": "Peña \\u00f1"}\n}';
export const OTHER_BODY = '{"event":"TRANSACTION","payload":{"id":"8","amount":1.50}}';
export const SIGNED_BY_JUNO = '{"id":"7","amount":1.50,"name":"Peña \\u00f1"}';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const keys = { bitso: rsa(), avenia: rsa(), brla: ec(), ripio: ec(), rsaStranger: rsa(), ecStranger: ec() };

const common = { signer: 'ripio', keyIdHeader: null, signs: ['body'] } as const satisfies Partial<SignatureDeclaration>;
const ECDSA = { ...common, scheme: 'ecdsa-p256-sha256', header: 'x-signature-ecdsa-sha256', prefix: '' } as const;
const HMAC = { ...common, scheme: 'hmac-sha256', header: 'http-x-wh-signature-256', prefix: 'sha256=' } as const;
const hmacKey = createSecretKey(HMAC_SECRET, 'utf8');

const pss = (text: string, key: KeyObject) =>
  sign('sha256', Buffer.from(text), { key, padding: 6, saltLength: -3 }).toString('base64'); // PSS, the longest salt
export const plainSign = (text: string, key: KeyObject) => sign('sha256', Buffer.from(text), key).toString('base64');
export const hmac = (text: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

/** What a delivery carries, and what is asked about it. */
export type Sent = Partial<{
  peer: string | null;
  headers: Record<string, string>;
  body: string;
  pathSecret: string | null;
}>;

export function evidenceOf({ peer = STRANGER, headers = {}, body = BODY, pathSecret = null }: Sent): Evidence {
  return { peer, headers: new Headers(headers), body: new TextEncoder().encode(body), pathSecret };
}

export const never = () => Promise.reject(new Error('The public keys are out of reach.'));
export const published = (...list: [id: string | null, key: KeyObject][]) =>
  KeyRing.fetched(
    async () => list.map(([id, key]) => ({ id, key })),
    () => 0,
  );
export const ringsUp = (): Rings =>
  new Map([
    ['bitso', published(['key-1', keys.bitso.publicKey])],
    ['brla', published([null, keys.brla.publicKey])],
    ['avenia', published([null, keys.avenia.publicKey])],
    ['ripio', KeyRing.fixed([keys.ripio.publicKey, hmacKey].map((key) => ({ id: null, key })))],
  ]);
/** Nothing was fetched before the endpoints went down; what is configured stays. */
export const ringsDown = (): Rings =>
  new Map([...ringsUp()].map(([name, ring]) => [name, name === 'ripio' ? ring : KeyRing.fetched(never, () => 0)]));

export const junoHeaders = (signature: string, id = 'key-1') => ({
  'X-Bitso-Webhook-Event-Signature': signature,
  'X-Bitso-Key-Id': id,
});

/** One way of proving a delivery: how it is set up, a genuine one, and the same without its proof or by a stranger. */
export type Way = { provider: keyof typeof providers; source: Source; genuine: Sent; unsigned: Sent; strangers: Sent };

export const WAYS: Record<string, Way> = {
  'Juno, signed': {
    provider: 'juno',
    source: PLAIN,
    genuine: { headers: junoHeaders(plainSign(SIGNED_BY_JUNO, keys.bitso.privateKey)), peer: JUNO_ADDRESS },
    unsigned: { headers: { 'x-bitso-key-id': 'key-1' } },
    strangers: { headers: junoHeaders(plainSign(SIGNED_BY_JUNO, keys.rsaStranger.privateKey), 'key-2') },
  },
  'Juno, signed over the whole body': {
    provider: 'juno',
    source: PLAIN,
    genuine: { headers: junoHeaders(plainSign(BODY, keys.bitso.privateKey)), peer: JUNO_ADDRESS },
    unsigned: {},
    strangers: { headers: junoHeaders(plainSign(BODY, keys.rsaStranger.privateKey)) },
  },
  'Juno, by address': {
    provider: 'juno',
    source: PLAIN,
    genuine: { peer: JUNO_ADDRESS },
    unsigned: {},
    strangers: { peer: JUNO_ADDRESS, headers: junoHeaders(plainSign(SIGNED_BY_JUNO, keys.rsaStranger.privateKey)) },
  },
  'BRLA v1': {
    provider: 'brla',
    source: PLAIN,
    genuine: { headers: { Signature: plainSign(BODY, keys.brla.privateKey) } },
    unsigned: {},
    strangers: { headers: { Signature: plainSign(BODY, keys.ecStranger.privateKey) } },
  },
  'BRLA v2 (Avenia)': {
    provider: 'brla',
    source: PLAIN,
    genuine: { headers: { signature: pss(BODY, keys.avenia.privateKey) } },
    unsigned: {},
    strangers: { headers: { signature: pss(BODY, keys.rsaStranger.privateKey) } },
  },
  'Ripio, ECDSA': {
    provider: 'ripio',
    source: { ...PLAIN, signatures: [ECDSA], peers: parseAddressList('198.51.100.0/24') },
    genuine: {
      headers: { 'X-Signature-Ecdsa-Sha256': plainSign(BODY, keys.ripio.privateKey) },
      peer: RIPIO_ADDRESS,
    },
    unsigned: { peer: RIPIO_ADDRESS },
    strangers: {
      headers: { 'X-Signature-Ecdsa-Sha256': plainSign(BODY, keys.ecStranger.privateKey) },
      peer: RIPIO_ADDRESS,
    },
  },
  'Ripio, HMAC': {
    provider: 'ripio',
    source: { ...PLAIN, signatures: [HMAC], peers: parseAddressList('198.51.100.0/24') },
    genuine: { headers: { 'Http-X-Wh-Signature-256': hmac(BODY, HMAC_SECRET) }, peer: RIPIO_ADDRESS },
    unsigned: { peer: RIPIO_ADDRESS },
    strangers: { headers: { 'Http-X-Wh-Signature-256': hmac(BODY, 'another secret') }, peer: RIPIO_ADDRESS },
  },
  'Ripio, secret in the path': {
    provider: 'ripio',
    source: { ...PLAIN, pathSecretDigest: secretDigest(PATH_SECRET), peers: parseAddressList('198.51.100.0/24') },
    genuine: { pathSecret: PATH_SECRET, peer: RIPIO_ADDRESS },
    unsigned: { peer: RIPIO_ADDRESS },
    strangers: { pathSecret: 'another-path-secret-x', peer: RIPIO_ADDRESS },
  },
};

export async function judge({ provider, source }: Pick<Way, 'provider' | 'source'>, sent: Sent, rings = ringsUp()) {
  return verify(providers[provider], source, evidenceOf(sent), rings);
}
