import { constants, createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { SignatureDeclaration, SignatureScheme, SignedPart } from './contract';

/** Longer than the signature of any key in use: 8,192 bits of RSA have 1,368 characters of base64. */
const LONGEST_SIGNATURE = 2_048;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const SHA256_HEX = /^[0-9a-f]{64}$/i;

/**
 * Whether `signatureText`, as the declared header carries it, is `key`'s signature over one of the declared parts of
 * `body`. Never throws: what cannot be read, and a key of another kind, is simply no proof.
 */
export function checkSignature(
  declaration: SignatureDeclaration,
  key: KeyObject,
  signatureText: string,
  body: Uint8Array,
): boolean {
  const { scheme, signs } = declaration;
  try {
    const signature = signatureOf(declaration, signatureText);
    if (!signature || !fitsScheme(scheme, key)) return false;
    return signs.some((part) => {
      const signed = signedBytes(part, body);
      return signed !== null && CHECKS[scheme](key, signed, signature);
    });
  } catch {
    return false;
  }
}

const CHECKS: Record<SignatureScheme, (key: KeyObject, signed: Uint8Array, signature: Buffer) => boolean> = {
  'rsa-pkcs1-sha256': (key, signed, signature) =>
    verify('sha256', signed, { key, padding: constants.RSA_PKCS1_PADDING }, signature),
  'rsa-pss-sha256': (key, signed, signature) =>
    verify(
      'sha256',
      signed,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO },
      signature,
    ),
  // DER where it is documented; who does not say may also put the two halves one after the other.
  'ecdsa-p256-sha256': (key, signed, signature) =>
    verify('sha256', signed, { key, dsaEncoding: 'der' }, signature) ||
    (signature.length === 64 && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)),
  'hmac-sha256': (key, signed, signature) =>
    timingSafeEqual(createHmac('sha256', key).update(signed).digest(), signature),
};

function signatureOf({ scheme, prefix }: SignatureDeclaration, text: string): Buffer | null {
  if (text.length > LONGEST_SIGNATURE) return null;
  const bare = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (scheme === 'hmac-sha256') return SHA256_HEX.test(bare) ? Buffer.from(bare, 'hex') : null;
  return BASE64.test(bare) ? Buffer.from(bare, 'base64') : null;
}

/** Latin-1 maps every byte to one character and back, so that cutting text cuts bytes, whatever their encoding. */
function signedBytes(part: SignedPart, body: Uint8Array): Uint8Array | null {
  if (part === 'body') return body;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const cut = cutMember(text, part.member);
  return cut === null ? null : Buffer.from(cut, 'latin1');
}

/** Whether a key can be used with a scheme. */
export function fitsScheme(scheme: SignatureScheme, key: KeyObject): boolean {
  if (scheme === 'hmac-sha256') return key.type === 'secret';
  if (key.type !== 'public') return false;
  if (scheme === 'ecdsa-p256-sha256')
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return key.asymmetricKeyType === 'rsa' || (scheme === 'rsa-pss-sha256' && key.asymmetricKeyType === 'rsa-pss');
}

const PEM = /^-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END \1PUBLIC KEY-----$/;

/**
 * A public key from PEM (SPKI or PKCS#1; line breaks may be written as `\n` or be missing) or bare base64 of SPKI DER.
 * `null` for anything else, a private key or a certificate among it.
 */
export function readPublicKey(text: string): KeyObject | null {
  const trimmed = text.replaceAll('\\n', '\n').trim();
  const pem = PEM.exec(trimmed);
  const base64 = (pem?.[2] ?? trimmed).replace(/\s+/g, '');
  if (!BASE64.test(base64)) return null;
  try {
    const type = pem?.[1] ? 'pkcs1' : 'spki';
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type });
  } catch {
    return null;
  }
}

/**
 * The compact text of one top-level member of a JSON object, character for character as it was written but without
 * the blanks outside its strings. It is cut and never parsed and written again, which would reorder members and respell
 * numbers and escapes. `null` when the text is no object, the member is missing, or two members have that name and
 * it is anybody's guess which was signed.
 */
export function cutMember(text: string, name: string): string | null {
  const tokens = tokensOf(text);
  const last = tokens === null ? 0 : tokens.length - 1;
  if (tokens === null || last < 1 || tokens[0] !== '{' || tokens[last] !== '}') return null;
  let found: string | null = null;
  let at = 1;
  while (at < last) {
    const end = valueEnd(tokens, at + 2, last);
    if (!tokens[at]?.startsWith('"') || tokens[at + 1] !== ':' || end === null) return null;
    if (nameOf(tokens[at]) === name) {
      if (found !== null) return null;
      found = tokens.slice(at + 2, end).join('');
    }
    if (end < last && (tokens[end] !== ',' || end + 1 === last)) return null;
    at = end + 1;
  }
  return found;
}

/** Where the value that begins at `from` is over; `null` when there is none before `last`. */
function valueEnd(tokens: readonly string[], from: number, last: number): number | null {
  let depth = 0;
  for (let at = from; at < last; at++) {
    const token = tokens[at];
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 0 && (token === ',' || token === ':')) return null;
    if (depth < 0) return null;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** A member's name may be spelt with escapes. */
function nameOf(token: string | undefined): string | null {
  try {
    return JSON.parse(token ?? '') as string;
  } catch {
    return null;
  }
}

/**
 * The tokens of a JSON text. `null` for a character that begins none, and for two words or numbers side by side: without
 * the blank between them `1 2` would become `12`, and be taken for what was signed.
 */
function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  let isAfterWord = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    const isWord = isWordPart(code);
    const end = isWord ? wordEnd(text, at) : code === 0x22 ? stringEnd(text, at) : isMark(code) ? at + 1 : null;
    if (end === null || (isWord && isAfterWord)) return null;
    tokens.push(text.slice(at, end));
    isAfterWord = isWord;
    at = end;
  }
  return tokens;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (isWordPart(text.charCodeAt(at))) at++;
  return at;
}

function stringEnd(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at + 1;
  }
  return null;
}

/** JSON's four blanks and no others. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** { } [ ] , : */
function isMark(code: number): boolean {
  return code === 0x7b || code === 0x7d || code === 0x5b || code === 0x5d || code === 0x2c || code === 0x3a;
}

/** What numbers and the words true, false and null are written with. */
function isWordPart(code: number): boolean {
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isDigit || isLetter || code === 0x2d || code === 0x2b || code === 0x2e;
}
