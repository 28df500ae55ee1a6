import { type KeyObject, verify } from 'node:crypto';
import type { Asked } from './server';

/** An API key as BRLA and Avenia keep it: the public half of what signs. */
export type ApiKey = { readonly key: string; readonly publicKey: KeyObject };

/** A signature is good this long after the time it names, and before: clocks differ. */
const WINDOW_MS = 5 * 60_000;

/** Why a signed request is refused; `null` when it is not. */
export function flawOfSignature({ method, url, headers, body }: Asked, { key, publicKey }: ApiKey): string | null {
  const [givenKey, timestamp, signature] = ['x-api-key', 'x-api-timestamp', 'x-api-signature'].map((name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  });
  if (givenKey !== key) return 'unknown api key';
  if (!/^\d{13}$/.test(timestamp ?? '') || Math.abs(Date.now() - Number(timestamp)) > WINDOW_MS)
    return 'stale timestamp';
  const signed = Buffer.from(`${timestamp}${method}${url}${body}`, 'utf8');
  return verify('sha256', signed, publicKey, Buffer.from(signature ?? '', 'base64')) ? null : 'bad signature';
}
