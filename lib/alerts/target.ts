import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Where alerts may go. Pure. */

export const LONGEST_TARGET = 500;

/** Why a webhook's address is not taken; a key of the catalogue. */
export type TargetFault = 'not_a_url' | 'not_https' | 'with_password' | 'private';

/**
 * What is wrong with a webhook's address as it is written; `null`: nothing. `isLocal`: the desk runs for this machine
 * only, and may speak to it and to its neighbours.
 */
export function urlFault(text: string, isLocal: boolean): TargetFault | null {
  const url = URL.canParse(text) && text.length <= LONGEST_TARGET ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'not_a_url';
  if (url.username !== '' || url.password !== '') return 'with_password';
  const address = literalOf(url.hostname);
  const isOwnMachine = url.hostname === 'localhost' || (address !== null && isLoopbackAddress(address));
  if (url.protocol === 'http:' && !(isLocal && isOwnMachine)) return 'not_https';
  const isPrivate = url.hostname === 'localhost' || (address !== null && !isPublicAddress(address));
  return isPrivate && !isLocal ? 'private' : null;
}

export function isEmailTarget(text: string): boolean {
  return text.length <= LONGEST_TARGET && z.email().safeParse(text).success;
}

/** The address that a URL names without a name; `null` for a name. */
export function literalOf(hostname: string): string | null {
  const text = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(text) ? text : null;
}

/** Whether an address is one of the internet, and not of this machine, this house or a cloud's inside. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function isLoopbackAddress(address: string): boolean {
  return ipaddr.process(address).range() === 'loopback';
}
