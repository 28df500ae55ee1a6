import { createSecretKey, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignatureDeclaration } from './contract';
import { readJson } from './json';
import { checkSignature, cutMember, readPublicKey } from './signature';

const RUNS = { numRuns: 2_000 };

const number = fc.oneof(
  fc.constantFrom('0', '-0', '1.50', '1298.3766240000', '1e400', '-1.0E+2', '123456789012345678901234567890'),
  fc.tuple(fc.integer(), fc.nat()).map(([whole, rest]) => `${whole}.${rest}00`),
);
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\"', '\\\\', '\\/', '\\n', '\\u00f1', '\\uD83D', 'ñ', '界', '😀', ' ', '{', '}', '[', ',', ':'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 3 }).map((plain) => plain.replace(/["\\]/g, '')),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join('')}"`);
const blanks = fc.array(fc.constantFrom(' ', '\n', '\r\n', '\t', ''), { maxLength: 3 }).map((parts) => parts.join(''));

/** A JSON text as a list of its tokens, numbers and strings spelt in ways that no serialiser would give back. */
const tokens: fc.Arbitrary<string[]> = fc.letrec<{ value: string[] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('null', 'true', 'false').map((word) => [word]),
    number.map((text) => [text]),
    text.map((spelt) => [spelt]),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ['[', ...separated(items), ']']),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map(objectOf),
  ),
})).value;

function separated(items: readonly string[][]): string[] {
  return items.flatMap((item, at) => (at === 0 ? item : [',', ...item]));
}

function objectOf(members: readonly (readonly [string, string[]])[]): string[] {
  return ['{', ...separated(members.map(([name, value]) => [name, ':', ...value])), '}'];
}

describe('cutMember', () => {
  test('gives the member as it was written, without the blanks, wherever it stands', () => {
    const others = fc.array(
      fc.tuple(
        text.filter((name) => JSON.parse(name) !== 'payload'),
        tokens,
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(tokens, others, others, fc.infiniteStream(blanks), (payload, before, after, blank) => {
        const whole = objectOf([...before, ['"payload"', payload], ...after]);
        const spread = whole.map((token) => token + blank.next().value).join('');
        expect(cutMember(blank.next().value + spread, 'payload')).toBe(payload.join(''));
      }),
      RUNS,
    );
  });

  test('agrees with JSON.stringify wherever that is byte-true', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (payload, indent) => {
        const compact = JSON.stringify(payload);
        expect(cutMember(JSON.stringify({ event: 'x', payload }, null, indent), 'payload')).toBe(compact);
      }),
      RUNS,
    );
  });

  test('keeps what parsing and writing again would change', () => {
    const raw = '{"payload": {"2": 1.50, "1": 1e2, "name": "a\\/b \\u00f1 \\n", "n": 12345678901234567890}}';
    const cut = '{"2":1.50,"1":1e2,"name":"a\\/b \\u00f1 \\n","n":12345678901234567890}';
    expect(cutMember(raw, 'payload')).toBe(cut);
    expect(JSON.stringify(JSON.parse(cut))).not.toBe(cut);
  });
});

describe('cutMember, given something else', () => {
  test.each([
    ['two of them', '{"payload":1,"payload":2}'],
    ['two of them, one spelt with an escape', '{"payload":1,"p\\u0061yload":2}'],
    ['two equal ones', '{"payload":1,"payload":1}'],
    ['none', '{"event":1}'],
    ['one that is not at the top', '{"event":{"payload":1}}'],
    ['its name as a value', '{"event":"payload"}'],
    ['an empty object', '{}'],
    ['an array', '["payload",1]'],
    ['nothing', ''],
    ['blanks', ' \n'],
    ['no value', '{"payload":}'],
    ['a comma for a value', '{"payload":,}'],
    ['a comma too many', '{"payload":1,}'],
    ['a comma missing', '{"payload":1 "event":2}'],
    ['a name that is no text', '{payload:1}'],
    ['an unclosed text', '{"payload":"1}'],
    ['an unclosed object', '{"payload":{"a":1}'],
    ['a bracket too many', '{"payload":1}}'],
    ['a second document', '{"event":0}{"payload":1}'],
    ['something behind it', '{"payload":1} x'],
    ['a comment', '{"payload":1/**/}'],
    ['blanks that JSON does not have', '{"payload":\u00a01}'],
    ['a byte order mark', '\ufeff{"payload":1}'],
    ['numbers that would become another', '{"payload":{"amount":1 2}}'],
    ['a word that would become another', '{"payload":tru e}'],
  ])('gives nothing for %s', (_, raw) => {
    expect(cutMember(raw, 'payload')).toBeNull();
  });

  test('what it cuts is what the reader of the body finds there', () => {
    let compared = 0;
    const broken = fc.tuple(
      tokens,
      fc.infiniteStream(blanks),
      fc.nat(),
      fc.constantFrom('', ' ', '"', '{', '}', ',', '\\', '1'),
    );
    fc.assert(
      fc.property(broken, ([payload, blank, place, damage]) => {
        const raw = objectOf([
          ['"event"', ['1']],
          ['"payload"', payload],
        ])
          .map((token) => token + blank.next().value)
          .join('');
        const at = place % raw.length;
        const damaged = raw.slice(0, at) + damage + raw.slice(at + 1);
        const cut = cutMember(damaged, 'payload');
        const whole = readJson(Buffer.from(damaged));
        if (cut === null || !whole.ok) return;
        compared++;
        const part = readJson(Buffer.from(`{"payload":${cut}}`));
        expect(part.ok && (part.value as { payload: unknown }).payload).toEqual(
          (whole.value as { payload: unknown }).payload,
        );
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(200);
  });

  test('is not slow on a megabyte of brackets, quotes or blanks', () => {
    const started = performance.now();
    for (const unit of ['[', '{"":', '"', '\\"', ' ', '1 ', ','])
      cutMember(`{"payload":${unit.repeat(1_048_576 / unit.length)}`, 'payload');
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

const BODY = new TextEncoder().encode('{"payload": {"name": "Peña"} }');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const declared = (scheme: SignatureDeclaration['scheme']): SignatureDeclaration => ({
  scheme,
  signer: 'test',
  header: 'signature',
  prefix: '',
  keyIdHeader: null,
  signs: ['body'],
});

describe('checkSignature', () => {
  test('takes PSS with any salt, and ECDSA as DER or as two halves', () => {
    for (const saltLength of [0, 32, 222]) {
      const text = sign('sha256', BODY, { key: rsa.privateKey, padding: 6, saltLength }).toString('base64');
      expect(checkSignature(declared('rsa-pss-sha256'), rsa.publicKey, text, BODY)).toBe(true);
      expect(checkSignature(declared('rsa-pkcs1-sha256'), rsa.publicKey, text, BODY)).toBe(false);
    }
    for (const dsaEncoding of ['der', 'ieee-p1363'] as const) {
      const text = sign('sha256', BODY, { key: ec.privateKey, dsaEncoding }).toString('base64');
      expect(checkSignature(declared('ecdsa-p256-sha256'), ec.publicKey, text, BODY)).toBe(true);
      expect(checkSignature(declared('ecdsa-p256-sha256'), ec.publicKey, text, BODY.slice(1))).toBe(false);
    }
  });

  test('cuts bytes, also where they are no UTF-8', () => {
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
    const declaration = { ...declared('rsa-pkcs1-sha256'), signs: [{ member: 'payload' }] } as const;
    const text = sign('sha256', bytes('{"a":"\xff\xc3"}'), rsa.privateKey).toString('base64');
    expect(checkSignature(declaration, rsa.publicKey, text, bytes('{"payload": {"a": "\xff\xc3"} }'))).toBe(true);
    expect(checkSignature(declaration, rsa.publicKey, text, bytes('{"payload": {"a": "\xff\xc2"} }'))).toBe(false);
  });

  test('never throws, and never takes what is no signature', () => {
    const others = [
      rsa.publicKey,
      rsa.privateKey,
      ec.publicKey,
      ec.privateKey,
      generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
      generateKeyPairSync('ed25519').publicKey,
      createSecretKey('secret', 'utf8'),
    ];
    const schemes = ['rsa-pkcs1-sha256', 'rsa-pss-sha256', 'ecdsa-p256-sha256', 'hmac-sha256'] as const;
    const noise = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...others), fc.constantFrom(...schemes), noise, (key, scheme, text) => {
        expect(checkSignature(declared(scheme), key, text, BODY)).toBe(false);
      }),
      RUNS,
    );
  });

  test('a private key is no key to check with, and neither is one on another curve', () => {
    const text = sign('sha256', BODY, ec.privateKey).toString('base64');
    expect(checkSignature(declared('ecdsa-p256-sha256'), ec.publicKey, text, BODY)).toBe(true);
    expect(checkSignature(declared('ecdsa-p256-sha256'), ec.privateKey, text, BODY)).toBe(false);
    const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const otherText = sign('sha256', BODY, other.privateKey).toString('base64');
    expect(checkSignature(declared('ecdsa-p256-sha256'), other.publicKey, otherText, BODY)).toBe(false);
  });
});

describe('readPublicKey', () => {
  const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const pkcs1 = rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }) as string;
  const base64 = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

  test.each([
    ['PEM', spki],
    ['PEM of PKCS#1', pkcs1],
    ['base64', base64],
    ['base64 in lines', base64.replace(/.{64}/g, '$&\n')],
    ['PEM with \\n for its line breaks', spki.replaceAll('\n', '\\n')],
    ['PEM on one line', spki.replaceAll('\n', ' ')],
    ['PEM with Windows line breaks', `\r\n${spki.replaceAll('\n', '\r\n')}`],
  ])('reads %s', (_, given) => {
    expect(readPublicKey(given)?.equals(rsa.publicKey)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a word', 'secret'],
    ['a private key', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string],
    ['a private key as base64', rsa.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
    ['half a key', base64.slice(0, 200)],
    ['a key in the wrong envelope', pkcs1.replaceAll('RSA PUBLIC', 'PUBLIC')],
    ['a certificate', spki.replaceAll('PUBLIC KEY', 'CERTIFICATE')],
    ['two keys', spki + spki],
  ])('reads nothing from %s', (_, given) => {
    expect(readPublicKey(given)).toBeNull();
  });
});
