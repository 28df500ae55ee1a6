import type { PaymentEvent } from '@/lib/events/event';
import type { Environment, Provider } from './catalogue';
import type { Json } from './json';

/**
 * What every provider must declare. Each member is mandatory, so that none can be forgotten; adding a provider is a
 * name in the catalogue, a folder, and one line in the registry.
 */
export type ProviderContract = {
  readonly name: Provider;
  /** How a delivery is proven genuine. Declared here, done by the one shared verifier. */
  readonly signature: SignatureDeclaration;
  /** Addresses the provider publishes for its webhooks, by environment; empty where it publishes none. */
  readonly addresses: Readonly<Record<Environment, readonly string[]>>;
  /** Their words → ours. Pure and total: no clock, no network, never throws for anything that is JSON. */
  readonly normalise: (body: Json) => Reading;
};

/** What a delivery says. `events[0]` is about the payload's own transaction; the others are echoes about related ones. */
export type Reading =
  | { readonly outcome: 'event'; readonly events: readonly [PaymentEvent, ...PaymentEvent[]] }
  /** Genuine but not understood. Kept with its reason; an `Unrecognised` event when at least its transaction is known. */
  | { readonly outcome: 'unrecognised'; readonly reason: string; readonly events: readonly PaymentEvent[] };

export type SignatureDeclaration =
  | {
      readonly scheme: 'rsa-pkcs1-sha256' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256';
      /** Header that carries the base64 signature, lower case. */
      readonly header: string;
      /** Header that names the key, where there are several. */
      readonly keyIdHeader: string | null;
      /** The signed bytes: the whole body, or the compact text of one member cut from it. */
      readonly signs: 'body' | { readonly member: string };
    }
  /** The provider documents no signature: address list or secret are then required outside local mode. */
  | { readonly scheme: 'undocumented' };
