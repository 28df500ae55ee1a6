import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptBody, ENCRYPTION_BYTES, encryptBody, type MasterKey, parseMasterKeys, wrapAgain } from './body-key';

const master = (id: string): MasterKey => ({ id, key: new Uint8Array(randomBytes(32)) });
const bytes = (text: string) => new TextEncoder().encode(text);

test.each(['', '{}', 'x'.repeat(70_000), '\uFEFF{"ñ":"\u0000"}'])('a body comes back byte for byte (%#)', (text) => {
  const key = master('a');
  const { body, wrapped, master: id } = encryptBody(bytes(text), key);
  expect(id).toBe('a');
  expect(body.length).toBe(bytes(text).length + ENCRYPTION_BYTES);
  expect(decryptBody(body, wrapped, key.key)).toEqual(bytes(text));
});

test('the same message is stored differently each time, and tells nothing', () => {
  const key = master('a');
  const text = bytes('{"name":"Persona Inventada"}');
  const [one, two] = [encryptBody(text, key), encryptBody(text, key)];
  expect(Buffer.from(one.body).equals(two.body)).toBe(false);
  expect(Buffer.from(one.body).includes('Inventada')).toBe(false);
});

test('another master, another body’s key or a changed byte open nothing', () => {
  const key = master('a');
  const one = encryptBody(bytes('one'), key);
  const two = encryptBody(bytes('two'), key);
  expect(() => decryptBody(one.body, one.wrapped, master('a').key)).toThrow();
  expect(() => decryptBody(one.body, two.wrapped, key.key)).toThrow();
  const changed = Uint8Array.from(one.body);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => decryptBody(changed, one.wrapped, key.key)).toThrow();
});

test('a key is wrapped again under another master, and the body stays', () => {
  const [old, young] = [master('old'), master('young')];
  const { body, wrapped } = encryptBody(bytes('one'), old);
  const again = wrapAgain(wrapped, old.key, young);
  expect(again.master).toBe('young');
  expect(decryptBody(body, again.wrapped, young.key)).toEqual(bytes('one'));
  expect(() => decryptBody(body, again.wrapped, old.key)).toThrow();
});

test('master keys are 32 bytes each, named, the first for what is new', () => {
  const text = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
  expect(parseMasterKeys(`${text('2026')}, ${text('2025')}`)?.map(({ id }) => id)).toEqual(['2026', '2025']);
  const same = `${text('a')},${text('a')}`;
  for (const wrong of ['', 'a:', randomBytes(32).toString('base64'), `a:${randomBytes(16).toString('base64')}`, same]) {
    expect(parseMasterKeys(wrong)).toBeNull();
  }
});
