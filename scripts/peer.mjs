// Who is really at the other end? Pure: the one decision on which every "only from these addresses" rests.

import ipaddr from 'ipaddr.js';

/**
 * The address that the socket proves, or that a trusted proxy vouches for. X-Forwarded-For grows to the right: its last
 * entry was written by whoever holds the socket, and is believed only if that one is trusted; then the entry
 * before it, and so on. Everything to the left of the first untrusted address is hearsay.
 *
 * A proxy is trusted by its address (`trusted`), by its place in front of us (`hops` of them), or, where both are
 * given, only if both hold. Without either nobody is.
 * @param {object} connection
 * @param {string | undefined} connection.socketAddress
 * @param {string | undefined} [connection.forwardedFor] the header, its repetitions joined by commas
 * @param {TrustedRange[]} [connection.trusted]
 * @param {number} [connection.hops]
 */
export function provenPeer({ socketAddress, forwardedFor = '', trusted = [], hops }) {
  let peer = parseAddress(socketAddress);
  if (!peer) return 'unknown';
  const chain = forwardedFor.split(',');
  for (let distance = 0; chain.length > 0 && isTrusted(peer, distance, { trusted, hops }); distance += 1) {
    const next = parseAddress(chain.pop());
    if (!next) break; // a proxy that says "unknown" or nothing: it is itself the last we can prove
    peer = next;
  }
  return peer.toString();
}

/**
 * Whether whoever holds the socket is a proxy of ours, so that what it adds to a request is believed.
 * @param {string | undefined} socketAddress
 * @param {{ trusted: TrustedRange[], hops: number | undefined }} proxies
 */
export function isVouchedFor(socketAddress, proxies) {
  const address = parseAddress(socketAddress);
  return address !== undefined && isTrusted(address, 0, proxies);
}

function isTrusted(address, distance, { trusted, hops }) {
  return (
    (trusted.length > 0 || hops !== undefined) &&
    (trusted.length === 0 || trusted.some((range) => contains(range, address))) &&
    (hops === undefined || distance < hops)
  );
}

/** @typedef {[import('ipaddr.js').IPv4 | import('ipaddr.js').IPv6, number]} TrustedRange */

/**
 * Reads TRUSTED_PROXIES: addresses and networks (CIDR), separated by commas. Throws on anything else, since a
 * misspelt range would silently trust too little or too much.
 * @param {string | undefined} text
 * @returns {TrustedRange[]}
 */
export function parseTrusted(text = '') {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const address = parseAddress(item.split('/')[0]);
      const widest = address?.kind() === 'ipv4' ? 32 : 128;
      const prefix = item.includes('/') ? Number(item.split('/')[1] || Number.NaN) : widest;
      if (address && Number.isInteger(prefix) && prefix >= 0 && prefix <= widest) return [address, prefix];
      throw new Error(`TRUSTED_PROXIES: "${item}" is neither an address nor a network such as 10.0.0.0/8`);
    });
}

/**
 * Reads TRUSTED_PROXY_COUNT.
 * @param {string | undefined} text
 */
export function parseHops(text) {
  if (!text) return undefined;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new Error(`TRUSTED_PROXY_COUNT: "${text}" is not a number of proxies`);
}

function contains([network, prefix], address) {
  return network.kind() === address.kind() && address.match(network, prefix);
}

/** An IPv4 address that came mapped into IPv6 (::ffff:1.2.3.4) is that IPv4 address; a port and a zone are cut off. */
function parseAddress(text = '') {
  const bare = text
    .trim()
    .replace(/^\[(.+)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare);
  return isAddress ? ipaddr.process(bare) : undefined;
}
