import { type KeyObject, sign } from 'node:crypto';

/** An API key of BRLA's or Avenia's, with the RSA key that signs for it. */
export type SigningAccess = { readonly key: string; readonly privateKey: KeyObject };

/** The headers that sign one request: its time in UNIX milliseconds, method, path with query and body, end to end. */
export function signedHeaders(
  { key, privateKey }: SigningAccess,
  { method, path, body = '' }: { readonly method: string; readonly path: string; readonly body?: string },
  now: number,
): Readonly<Record<string, string>> {
  const signature = sign('sha256', Buffer.from(`${now}${method}${path}${body}`, 'utf8'), privateKey);
  return { 'x-api-key': key, 'x-api-timestamp': String(now), 'x-api-signature': signature.toString('base64') };
}
