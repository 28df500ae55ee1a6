import type { Environment } from '@/lib/providers/catalogue';
import type { ProofLine } from '@/lib/providers/proof-lines';
import type { SourceLine } from './home';
import type { Rhythm } from './rhythm';

/** Everything the desk knows about one source: how it is set up, how it proves itself, and what it sent lately. */
export type SourceReport = SourceLine & {
  readonly environment: Environment;
  /** The address to give the provider. */
  readonly address: string;
  /** The variable whose value must end the address. */
  readonly addressSecret: string | null;
  readonly isLocal: boolean;
  readonly proofs: readonly ProofLine[];
  readonly rhythm: Rhythm;
  readonly refused: number;
  readonly unknownKinds: readonly UnknownKind[];
};

export type UnknownKind = { readonly name: string | null; readonly count: number; readonly lastAt: Date };

/** Unknown kinds are looked for this far back. */
export const UNKNOWN_DAYS = 7;
