import { expect, test } from 'vitest';
import { keptText, type Said } from '@/lib/language/said';
import { inEnglish, translatorOf } from '@/lib/language/translator';
import { parseAddressList } from '@/lib/providers/address-list';
import { brla } from '@/lib/providers/brla/index';
import { juno } from '@/lib/providers/juno/index';
import { KeyRing } from '@/lib/providers/key-ring';
import { ripio } from '@/lib/providers/ripio/index';
import type { Rings, Source } from '@/lib/providers/verify';
import { verify } from '@/lib/providers/verify';
import { evidenceOf, keys, PLAIN, type Sent } from '@/lib/providers/ways';
import { becauseOf } from './refusal-words';

const t = translatorOf('en', 'webhooks');
const labelOf = (refusal: Parameters<typeof becauseOf>[0]) => t(`because.${becauseOf(refusal)}.label`);

const brlaKey: Rings = new Map([
  ['brla', KeyRing.fixed([{ id: null, key: keys.brla.publicKey }])],
  ['avenia', KeyRing.fixed([{ id: null, key: keys.avenia.publicKey }])],
]);
const junoKey: Rings = new Map([['bitso', KeyRing.fixed([{ id: '1', key: keys.bitso.publicKey }])]]);
const listed: Source = { ...PLAIN, peers: parseAddressList('198.51.100.0/24') };
const junoSigned = { 'x-bitso-webhook-event-signature': 'AAAA', 'x-bitso-key-id': '9' };

test.each<[string, typeof juno | typeof brla | typeof ripio, Source, Sent, Rings]>([
  ['Sender not known', brla, PLAIN, { peer: null }, brlaKey],
  ['Wrong address', ripio, listed, {}, new Map()],
  ['Wrong path secret', ripio, PLAIN, { pathSecret: 'x' }, new Map()],
  ['Header twice', brla, PLAIN, { headers: { signature: 'a, b' } }, brlaKey],
  ['Wrong signature', brla, PLAIN, { headers: { signature: 'AAAA' } }, brlaKey],
  ['Unknown key', juno, PLAIN, { headers: junoSigned }, junoKey],
  ['Not signed', juno, { ...PLAIN, requiresSignature: true }, {}, junoKey],
  ['No proof', brla, PLAIN, {}, brlaKey],
])('what the verifier says is put in words: %s', async (label, contract, source, sent, rings) => {
  const verdict = await verify(contract, source, evidenceOf(sent), rings);
  expect(verdict.outcome).toBe('refused');
  const { reason } = verdict as { reason: Said };
  expect(labelOf({ cause: 'no_proof', reason: keptText(reason) })).toBe(label);
  // As it was kept before it was kept as data.
  expect(labelOf({ cause: 'no_proof', reason: inEnglish(reason) })).toBe(label);
});

test.each([
  ['unknown_source', 'Nothing is received at this path.', 'Unknown address'],
  ['unknown_source', 'It came by PUT, not by POST.', 'Wrong method'],
  ['too_large', 'The body is larger than 1 MiB.', 'Too large'],
  ['too_large', 'A sentence of tomorrow.', 'Too large'],
  ['no_proof', 'A sentence of tomorrow.', 'No proof'],
  ['unknown', 'A sentence of long ago.', 'Refused'],
  ['unknown_source', 'The signature does not match the body.', 'Unknown address'],
] as const)('the stored cause decides, the sentence says more: %s, “%s”: %s', (cause, reason, label) =>
  expect(labelOf({ cause, reason })).toBe(label),
);
