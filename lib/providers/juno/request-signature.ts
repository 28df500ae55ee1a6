import { createHmac } from 'node:crypto';

/** The `Authorization` of one request to Bitso's systems. `path` is what is signed, with its query or without. */
export function bitsoAuthorization(
  { key, secret }: { readonly key: string; readonly secret: string },
  nonce: string,
  { method, path, body = '' }: { readonly method: string; readonly path: string; readonly body?: string },
): string {
  const signature = createHmac('sha256', secret).update(`${nonce}${method}${path}${body}`, 'utf8').digest('hex');
  return `Bitso ${key}:${nonce}:${signature}`;
}
