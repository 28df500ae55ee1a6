import { expect, test } from 'vitest';
import { brla } from './brla/index';
import { juno } from './juno/index';
import { KeyRing } from './key-ring';
import { isProvable, proofLines } from './proof-lines';
import { ripio } from './ripio/index';
import { LOCAL, PLAIN } from './ways';

const never = KeyRing.fetched(
  () => Promise.reject(new Error('down')),
  () => 0,
).state();
const ways = (lines: ReturnType<typeof proofLines>) => lines.map(({ way }) => way);

test('Juno is proven by a signature or by the addresses of its environment', () => {
  const lines = proofLines(juno, { ...PLAIN, environment: 'stage' }, new Map([['bitso', never]]));
  expect(lines).toMatchObject([
    { way: 'signature', signer: 'bitso', header: 'x-bitso-webhook-event-signature', keys: never },
    { way: 'addresses', addresses: juno.addresses.stage },
  ]);
  expect(isProvable(lines)).toBe(true);
});

test('where a signature is required nothing else is told as a proof', () => {
  const lines = proofLines(juno, { ...LOCAL, requiresSignature: true }, new Map([['bitso', never]]));
  expect(ways(lines)).toEqual(['signature', 'signature-required']);
});

test('BRLA has two signers; one without keys says so', () => {
  const lines = proofLines(brla, LOCAL, new Map([['brla', never]]));
  expect(lines).toMatchObject([{ signer: 'brla', keys: never }, { signer: 'avenia', keys: null }, { way: 'loopback' }]);
});

test('Ripio with nothing set up has local mode only, which is no proof', () => {
  const lines = proofLines(ripio, LOCAL, new Map());
  expect(ways(lines)).toEqual(['loopback']);
  expect(isProvable(lines)).toBe(false);
  expect(isProvable(proofLines(ripio, { ...PLAIN, pathSecretDigest: new Uint8Array(32) }, new Map()))).toBe(true);
});
