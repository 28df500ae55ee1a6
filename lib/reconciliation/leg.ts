import type { Money } from '@/lib/money';
import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';

/** The ways money moves that a bank, or a chain, can see; in English, for what does not say it in the reader's language yet. */
export const RAILS = ['spei', 'pix', 'ars', 'chain'] as const;
export type Rail = (typeof RAILS)[number];

/** What an id of a leg is compared with; the same words as the ids found in statement lines. */
export const LEG_ID_KINDS = ['e2e', 'clave_rastreo', 'tx_hash', 'clabe', 'cbu', 'tax_id', 'reference'] as const;
export type LegIdKind = (typeof LEG_ID_KINDS)[number];

export type LegId = {
  readonly kind: LegIdKind;
  readonly value: string;
  /** The form that is compared; see `identifiers/keys`. A hash's key begins with its network: "polygon 0x…". */
  readonly key: string;
};

/** Whether a line is expected for a leg, and why not where none is. */
export const LEG_EXPECTATIONS = ['expected', 'in_flight', 'failed', 'not_seen'] as const;
export type LegExpectation = (typeof LEG_EXPECTATIONS)[number];

/** One movement that a bank or a chain could see, as one transaction tells it. A transaction has none, one or several. */
export type Leg = {
  /** `<transaction id>#<name>`: `#in`, `#out`, `#return`. */
  readonly id: string;
  readonly transactionId: string;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly environment: Environment;
  readonly rail: Rail;
  /** Seen from the company's account. */
  readonly direction: 'in' | 'out';
  /** As the bank would show it, without sign, fees taken off or added; `null` where no payload told it. */
  readonly money: Money | null;
  /** How `money` came out of the payload's own amount, in lines that add up: amount, then fees. */
  readonly parts: readonly { readonly label: LegPart; readonly amount: string }[];
  readonly expectation: LegExpectation;
  /** Provider's clock, UTC. */
  readonly occurredAt: string;
  /** The day on the rail's own clock: Mexico City, São Paulo, Buenos Aires; UTC for chains. */
  readonly localDay: string;
  readonly counterparty: { readonly name: string | null };
  readonly network: string | null;
  readonly externalRef: string | null;
  readonly ids: readonly LegId[];
};
export type LegPart = 'amount' | 'discounted_fee' | 'transfer_fee' | 'reverted';
