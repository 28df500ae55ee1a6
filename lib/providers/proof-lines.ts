import type { ProviderContract, SignatureDeclaration, SignatureScheme } from './contract';
import type { KeyRingState } from './key-ring';
import type { Source } from './verify';

/** One way in which a source's deliveries are proven here, and how it stands. */
export type ProofLine =
  | {
      readonly way: 'signature';
      readonly signer: string;
      readonly scheme: SignatureScheme;
      readonly header: string;
      /** `null`: no keys are configured for it and there is nowhere to fetch any. */
      readonly keys: KeyRingState | null;
    }
  /** Any one of these addresses is a proof. */
  | { readonly way: 'addresses'; readonly addresses: readonly string[] }
  | { readonly way: 'path-secret' }
  /** Local mode: unsigned, from this machine. */
  | { readonly way: 'loopback' }
  /** No proof but a condition: whatever proves it, it must come from the configured addresses. */
  | { readonly way: 'only-from' }
  /** No proof but a condition: unsigned deliveries are refused. */
  | { readonly way: 'signature-required' };

/** Everything that lets a delivery of this source in, in the order in which the verifier tries it. */
export function proofLines(
  contract: ProviderContract,
  source: Source,
  rings: ReadonlyMap<string, KeyRingState>,
): ProofLine[] {
  const signatures: SignatureDeclaration[] = [...contract.signatures, ...source.signatures];
  const addresses = contract.addresses[source.environment];
  const lines: (ProofLine | false)[] = [
    ...signatures.map(
      ({ signer, scheme, header }): ProofLine => ({
        way: 'signature',
        signer,
        scheme,
        header,
        keys: rings.get(signer) ?? null,
      }),
    ),
    source.requiresSignature && { way: 'signature-required' },
    addresses.length > 0 && !source.requiresSignature && { way: 'addresses', addresses },
    source.pathSecretDigest !== null && { way: 'path-secret' },
    source.isLocal && !source.requiresSignature && { way: 'loopback' },
    source.peers !== null && { way: 'only-from' },
  ];
  return lines.filter((line) => line !== false);
}

/** Whether anything but local mode could let a genuine delivery in. */
export function isProvable(lines: readonly ProofLine[]): boolean {
  return lines.some(
    (line) =>
      line.way === 'addresses' || line.way === 'path-secret' || (line.way === 'signature' && line.keys !== null),
  );
}
