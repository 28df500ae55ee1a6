/** Written by our own server: the address the request came from, proven as far as it can be. */
export const PEER_HEADER = 'x-concilia-peer';

export function peerOf(headers: Headers): string | null {
  return headers.get(PEER_HEADER) || null;
}
