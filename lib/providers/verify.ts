import { createHash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Proof } from '@/lib/events/delivery';
import { type Said, said } from '@/lib/language/said';
import { type AddressList, isListed } from './address-list';
import type { Environment } from './catalogue';
import type { ProviderContract, SignatureDeclaration } from './contract';
import type { KeyRing, SigningKey } from './key-ring';
import { checkSignature } from './signature';

/** How one source is set up in this installation. */
export type Source = {
  readonly environment: Environment;
  /** Local mode: unsigned deliveries are taken from this machine's loopback, and from nowhere else. */
  readonly isLocal: boolean;
  /** Unsigned deliveries are refused, wherever they come from. */
  readonly requiresSignature: boolean;
  /** Signatures that the operator configured, beside those the provider declares. */
  readonly signatures: readonly SignatureDeclaration[];
  /** SHA-256 of the secret that ends the path; `null` where the path has none. */
  readonly pathSecretDigest: Uint8Array | null;
  /** The only addresses it may come from, whatever else proves it; `null` for any. */
  readonly peers: AddressList | null;
};

/** What arrived, as far as it can prove anything. `peer` is the socket's address, never a client's own header. */
export type Evidence = {
  readonly peer: string | null;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** What the path had after the provider's name. */
  readonly pathSecret: string | null;
};

/** Key rings by signer. */
export type Rings = ReadonlyMap<string, KeyRing>;

export type Verdict =
  /** `by` is what proved it: the key's id or its signer, or the address. */
  | { readonly outcome: 'genuine'; readonly proof: Proof; readonly by: string }
  | { readonly outcome: 'refused'; readonly reason: Said }
  /** Nobody can say now: the keys are out of reach. It must be sent again. */
  | { readonly outcome: 'unavailable'; readonly reason: string };

/**
 * The one verifier, fail closed. A delivery that carries a signature is as good as that signature, wherever it comes
 * from. One without is taken by its address, the secret in its path or, in local mode, this machine's loopback, as its
 * source is set up, and refused otherwise. The verdict is a promise only when keys have to be looked up. No time of day
 * goes into it, so a clock that is wrong changes nothing.
 */
export function verify(
  contract: ProviderContract,
  source: Source,
  evidence: Evidence,
  rings: Rings,
): Verdict | Promise<Verdict> {
  const { peer, headers, pathSecret } = evidence;
  if (!peer) return refused(said('proof.refused.noPeer'));
  const isHere = source.isLocal && isFromThisMachine(peer, headers);
  if (source.peers && !isHere && !isListed(source.peers, peer))
    return refused(said('proof.refused.notListed', { peer, provider: contract.name }));
  if (pathSecret !== null && !isPathSecret(source, pathSecret))
    return refused(said('proof.refused.pathSecret', { provider: contract.name }));
  const declared = [...contract.signatures, ...source.signatures];
  const carried = declared.filter(({ header }) => headers.has(header));
  if (carried.length > 0) return verifySigned(carried, evidence, rings);

  if (source.requiresSignature) return refused(said('proof.refused.unsigned'));
  if (contract.addresses[source.environment].includes(peer)) return genuine('address', peer);
  if (pathSecret !== null) return genuine('secret', 'path');
  if (isHere) return genuine('loopback', peer);
  return refused(unproven(contract, source, peer));
}

/** One signature that a delivery carries, and where its keys are. */
type Carried = {
  readonly declaration: SignatureDeclaration;
  readonly text: string;
  readonly keyId: string | null;
  readonly ring: KeyRing | undefined;
  /** Keys that did not do. */
  readonly tried: Set<KeyObject>;
};

function verifySigned(
  declarations: readonly SignatureDeclaration[],
  { headers, body }: Evidence,
  rings: Rings,
): Verdict | Promise<Verdict> {
  const carried: Carried[] = declarations.map((declaration) => ({
    declaration,
    text: headers.get(declaration.header) ?? '',
    keyId: declaration.keyIdHeader === null ? null : headers.get(declaration.keyIdHeader),
    ring: rings.get(declaration.signer),
    tried: new Set(),
  }));
  for (const { declaration, text, keyId } of carried) {
    // Repetitions arrive joined by commas, which neither base64 nor hex has: which one counts is anybody's guess.
    if (text.includes(',')) return refused(cameTwice(declaration.header));
    if (keyId?.includes(',')) return refused(cameTwice(declaration.keyIdHeader ?? ''));
  }
  for (const one of carried) {
    const signer = signerOf(one, one.ring?.known(one.keyId) ?? [], body);
    if (signer) return genuine('signature', signer);
  }
  return verifyWithLookUp(carried, body);
}

/** No key at hand did: the signers may have new ones. */
async function verifyWithLookUp(carried: readonly Carried[], body: Uint8Array): Promise<Verdict> {
  const found = await Promise.all(
    carried.map(async (one) => ({ one, lookUp: await one.ring?.lookUp(one.keyId) })), // all at once: we have 5 seconds
  );
  let unavailable: string | null = null;
  let hasKey = false;
  for (const { one, lookUp } of found) {
    if (!lookUp) unavailable ??= `No keys are configured for ${one.declaration.signer}.`;
    else if (lookUp.outcome === 'unavailable') unavailable ??= lookUp.reason;
    else {
      const signer = signerOf(one, lookUp.keys, body);
      if (signer) return genuine('signature', signer);
      hasKey ||= lookUp.keys.length > 0;
    }
  }
  if (unavailable !== null) return { outcome: 'unavailable', reason: unavailable };
  if (hasKey) return refused(said('proof.refused.signature'));
  return refused(said('proof.refused.unknownKey', { key: JSON.stringify(carried[0]?.keyId?.slice(0, 60) ?? '') }));
}

/** Who of these keys, not tried before, signed the body. */
function signerOf({ declaration, text, tried }: Carried, keys: readonly SigningKey[], body: Uint8Array): string | null {
  for (const { id, key } of keys) {
    if (tried.has(key)) continue;
    tried.add(key);
    if (checkSignature(declaration, key, text, body)) return id ?? declaration.signer;
  }
  return null;
}

/** For a `Source`: the secret itself need not be kept, and digests of one length compare in constant time. */
export function secretDigest(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

function isPathSecret({ pathSecretDigest }: Source, given: string): boolean {
  return pathSecretDigest !== null && timingSafeEqual(secretDigest(given), pathSecretDigest);
}

const LOCAL_HOST = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request was made on this machine, for this machine. A tunnel or a proxy that ends here also connects from
 * loopback, but asks for the public name; and a page in a browser on this machine can post, but names its origin.
 */
function isFromThisMachine(peer: string, headers: Headers): boolean {
  return isLoopback(peer) && LOCAL_HOST.test(headers.get('host') ?? '') && !headers.has('origin');
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(address);
}

function cameTwice(header: string): Said {
  return said('proof.refused.headerTwice', { header });
}

function unproven({ name, signatures, addresses }: ProviderContract, source: Source, peer: string): Said {
  const { environment } = source;
  const headers = new Set([...signatures, ...source.signatures].map(({ header }) => header));
  const wanted: Said[] = [
    ...[...headers].map((header) => said('proof.wanted.header', { header })),
    ...(source.pathSecretDigest ? [said('proof.wanted.pathSecret')] : []),
    ...(addresses[environment].length > 0 ? [said('proof.wanted.address', { provider: name, environment })] : []),
    ...(source.isLocal ? [said('proof.wanted.local')] : []),
  ];
  if (wanted.length === 0) return said('proof.refused.noWay', { peer });
  return said('proof.refused.unproven', { peer, wanted: wanted.reduce(either) });
}

function either(one: Said, other: Said): Said {
  return said('proof.wanted.or', { one, other });
}

function genuine(proof: Proof, by: string): Verdict {
  return { outcome: 'genuine', proof, by };
}

function refused(reason: Said): Verdict {
  return { outcome: 'refused', reason };
}
