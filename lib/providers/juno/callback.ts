import ipaddr from 'ipaddr.js';
import { type Said, said } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';

/** Endings that no name server on the internet answers for. */
const AT_HOME = ['localhost', 'local', 'internal', 'lan', 'home', 'test', 'example', 'invalid'];

/** The same in English, for commands and whoever does not know the reader. */
export function callbackProblem(address: string): string | null {
  const fault = callbackFault(address);
  return fault && inEnglish(fault);
}

/** Why Juno could not post to an address; `null` when nothing speaks against it. */
export function callbackFault(address: string): Said | null {
  if (!URL.canParse(address)) return said('proof.callback.noAddress', { address });
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:') return said('proof.callback.notHttps', { address });
  if (username || password) return said('proof.callback.password');
  if (!isPublic(hostname)) return said('proof.callback.notPublic', { host: hostname });
  return null;
}

function isPublic(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast';
  const labels = host.split('.');
  return labels.length > 1 && !AT_HOME.includes(labels.at(-1) ?? '');
}
