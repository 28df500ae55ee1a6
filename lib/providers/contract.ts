import type { PaymentEvent } from '@/lib/events/event';
import type { Environment, Provider } from './catalogue';
import type { Json } from './json';
import type { ListName } from './listing';

/**
 * What every provider must declare. Each member is mandatory, so that none can be forgotten; adding a provider is a
 * name in the catalogue, a folder, and one line in the registry.
 */
export type ProviderContract = {
  readonly name: Provider;
  /** How its deliveries are signed; one of them must hold. Declared here, done by the one shared verifier. */
  readonly signatures: readonly SignatureDeclaration[];
  /** Addresses the provider publishes for its webhooks, by environment; empty where it publishes none. */
  readonly addresses: Readonly<Record<Environment, readonly string[]>>;
  /** Their words → ours. Pure and total: no clock, no network, never throws for anything that is JSON. */
  readonly normalise: (body: Json) => Reading;
  /** A row of one of its own lists → ours, every event marked as listed. Pure and total in the same way. */
  readonly listed: (list: ListName, row: Json) => Reading;
};

/**
 * What a delivery says. `events[0]` is about the payload's own transaction; the others are echoes about related ones, or
 * what a listed row that names several transactions says of each of the others.
 */
export type Reading =
  | { readonly outcome: 'event'; readonly events: readonly [PaymentEvent, ...PaymentEvent[]] }
  /** Genuine but not understood. Kept with its reason; an `Unrecognised` event when at least its transaction is known. */
  | { readonly outcome: 'unrecognised'; readonly reason: string; readonly events: readonly PaymentEvent[] };

export type SignatureScheme = 'rsa-pkcs1-sha256' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256' | 'hmac-sha256';

/** What is signed: the whole body, or the compact text of one top-level member cut from it. */
export type SignedPart = 'body' | { readonly member: string };

export type SignatureDeclaration = {
  readonly scheme: SignatureScheme;
  /** Whose keys: the name of a key ring. */
  readonly signer: string;
  /** Header that carries the signature, lower case; base64, for an HMAC hex. */
  readonly header: string;
  /** May stand before the signature in that header; empty where nothing does. */
  readonly prefix: string;
  /** Header that names the key, where there are several. */
  readonly keyIdHeader: string | null;
  /** Tried in this order. */
  readonly signs: readonly [SignedPart, ...SignedPart[]];
};

/** Said by a provider that documents no signature: the operator must then configure a proof, except in local mode. */
export const UNDOCUMENTED: readonly SignatureDeclaration[] = [];
