import type { Proof } from '@/lib/events/delivery';
import type { Environment } from './catalogue';
import type { ProviderContract } from './contract';

/** How one source is set up in this installation. */
export type Source = {
  readonly environment: Environment;
  /** Local mode: unsigned deliveries are taken from this machine's loopback, and from nowhere else. */
  readonly isLocal: boolean;
};

/** What arrived, as far as it can prove anything. `peer` is the socket's address, never a client's own header. */
export type Evidence = {
  readonly peer: string | null;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

export type Verdict =
  | { readonly isGenuine: true; readonly proof: Proof }
  | { readonly isGenuine: false; readonly reason: string };

/**
 * The one verifier, fail closed: a delivery is genuine when one of the proofs its provider declares holds, and refused
 * with a reason otherwise.
 */
export function verify(contract: ProviderContract, source: Source, evidence: Evidence): Verdict {
  const { peer } = evidence;
  if (!peer)
    return { isGenuine: false, reason: 'The peer address is unknown: the request did not come through our server.' };
  if (contract.addresses[source.environment].includes(peer)) return { isGenuine: true, proof: 'address' };
  if (source.isLocal && isLoopback(peer)) return { isGenuine: true, proof: 'loopback' };
  return {
    isGenuine: false,
    reason: `No accepted proof: ${peer} is not an address of ${contract.name} (${source.environment}).`,
  };
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
