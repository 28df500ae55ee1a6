import ipaddr from 'ipaddr.js';
import type { Said } from '@/lib/language/said';

/** Endings that no name server on the internet answers for. */
const AT_HOME = ['localhost', 'local', 'internal', 'lan', 'home', 'test', 'example', 'invalid'];

/** The same for a person. */
export function callbackFault(address: string): Said | string | null {
  return callbackProblem(address);
}

/** Why Juno could not post to an address, as a sentence; `null` when nothing speaks against it. */
export function callbackProblem(address: string): string | null {
  if (!URL.canParse(address))
    return `“${address}” is not an address such as https://desk.example.com/api/webhooks/juno.`;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:') return `Juno posts to https addresses only, and ${address} is not one.`;
  if (username || password) return 'The address has a name or a password in it, which would be shown wherever it is.';
  if (!isPublic(hostname)) return `${hostname} can be reached from this machine or its network only, not by Juno.`;
  return null;
}

function isPublic(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast';
  const labels = host.split('.');
  return labels.length > 1 && !AT_HOME.includes(labels.at(-1) ?? '');
}
