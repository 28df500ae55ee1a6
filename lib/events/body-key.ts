import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Bodies encrypted at rest, each with a key of its own (AES-256-GCM), so that what one message tells about a person can be
 * made unreadable by destroying 32 bytes, in the database and in every backup of it. Only the small keys are wrapped by
 * a master key, which the database never sees. Pure but for the dice.
 */

/** A master key, 32 bytes, and the name under which a wrapped key remembers it. */
export type MasterKey = { readonly id: string; readonly key: Uint8Array };

/** A body as it is stored, and its key, wrapped. */
export type EncryptedBody = { readonly body: Uint8Array; readonly wrapped: Uint8Array; readonly master: string };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** So much longer than the message is what is stored. */
export const ENCRYPTION_BYTES = NONCE_BYTES + TAG_BYTES;

export function encryptBody(body: Uint8Array, master: MasterKey): EncryptedBody {
  const key = randomBytes(KEY_BYTES);
  return { body: encrypt(body, key), wrapped: encrypt(key, master.key), master: master.id };
}

/** Throws where the key is not the body's own, or either of them was changed. */
export function decryptBody(body: Uint8Array, wrapped: Uint8Array, master: Uint8Array): Uint8Array<ArrayBuffer> {
  return decrypt(body, decrypt(wrapped, master));
}

/** A key under another master; the body stays as it is. */
export function wrapAgain(wrapped: Uint8Array, from: Uint8Array, to: MasterKey): Omit<EncryptedBody, 'body'> {
  return { wrapped: encrypt(decrypt(wrapped, from), to.key), master: to.id };
}

/** Nonce, tag, text. A nonce by chance is safe here: every body's key encrypts once, and a master wraps far below 2^32. */
function encrypt(plain: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(stored: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
  const decipher = createDecipheriv(CIPHER, key, stored.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, ENCRYPTION_BYTES));
  return new Uint8Array(Buffer.concat([decipher.update(stored.subarray(ENCRYPTION_BYTES)), decipher.final()]));
}

/** `id:base64,id:base64` → the keys, the first for new bodies; `null` where one of them is no key of 32 bytes. */
export function parseMasterKeys(text: string): readonly [MasterKey, ...MasterKey[]] | null {
  const keys = text.split(',').map((item): MasterKey | null => {
    const [, id = '', base64 = ''] = /^\s*([\w.-]{1,40}):([A-Za-z0-9+/]{43}=)\s*$/.exec(item) ?? [];
    const key = Buffer.from(base64, 'base64');
    return key.length === KEY_BYTES ? { id, key: new Uint8Array(key) } : null;
  });
  const [first, ...others] = keys.filter((key) => key !== null);
  const areAll = others.length + 1 === keys.length && new Set(keys.map((key) => key?.id)).size === keys.length;
  return first && areAll ? [first, ...others] : null;
}
