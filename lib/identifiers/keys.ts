import { trimmed, withoutBlanks, withoutSeparators } from './typed-text';

/**
 * One value, one key, however it was written. Identifiers are stored under `identifierKey`; what somebody pastes is
 * looked for under all `searchKeys`, since a pasted value does not say which kind it is.
 */

/** The key under which an identifier of a kind of IDENTIFIER_KINDS is stored. Total: any kind, any text. */
export function identifierKey(kind: string, value: string): string {
  return (KEY_RULES.get(kind) ?? referenceKey)(value);
}

/**
 * The keys under which a pasted value may be stored, likeliest first; empty for blank text. Holds
 * `identifierKey(kind, value)` for every kind, whatever blanks, dashes or (where it means nothing) case were typed.
 */
export function searchKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const writing of writingsOf(text)) for (const rule of ALL_RULES) keys.add(rule(writing));
  keys.delete('');
  return [...keys];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CHAIN_ID = /^0x(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const HEX = /^(?:0x)?[0-9a-f]+$/i;
const UUID_DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
const OWN_ID = /^(?:juno:[a-z_]+|ripio|brla):(.+)$/is;

/** Free text of somebody else: only what is certainly case-blind (uuid, chain id) is lower-cased. */
function referenceKey(value: string): string {
  const text = trimmed(value);
  return UUID.test(text) || CHAIN_ID.test(text) ? text.toLowerCase() : text;
}

/** Hashes, addresses, refund step ids: hex is case-blind, Tron's Base58 is not. */
function chainKey(value: string): string {
  const text = trimmed(value);
  return HEX.test(text) || UUID.test(text) ? text.toLowerCase() : text;
}

function claveKey(value: string): string {
  return withoutBlanks(value).toUpperCase();
}

/** CLABE, CBU, CVU, CPF, CNPJ, CUIT; a CNPJ's letters have no case. */
function accountKey(value: string): string {
  return withoutSeparators(value).toUpperCase();
}

const KEY_RULES: ReadonlyMap<string, (value: string) => string> = new Map([
  ['tx_hash', chainKey],
  ['replaced_tx_hash', chainKey],
  ['source_address', chainKey],
  ['destination_address', chainKey],
  ['token_address', chainKey],
  ['refund_step_id', chainKey],
  ['clave_rastreo', claveKey],
  ['sender_clabe', accountKey],
  ['receiver_clabe', accountKey],
  ['origin_account', accountKey],
  ['tax_id', accountKey],
  // Upper and lower case tell two PIX payments apart.
  ['e2e', trimmed],
]);

const ALL_RULES = [trimmed, referenceKey, chainKey, claveKey, accountKey];

/** The same value as somebody else may have written it, likeliest first. */
function* writingsOf(text: string): Generator<string> {
  const blankless = withoutBlanks(text);
  const bare = withoutSeparators(text);
  yield* [trimmed(text), blankless, bare];
  const digits = bare.replace(/^urn:uuid:|^\{|\}$/gi, '');
  if (UUID_DIGITS.test(digits)) yield* [digits.replace(UUID_DIGITS, '$1-$2-$3-$4-$5'), digits];
  if (/^0x[0-9a-f]+$/i.test(bare)) yield bare.slice(2);
  else if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(bare)) yield `0x${bare}`;
  // Our own id: the transaction itself under its lower-case form, and the provider's id inside it.
  const inner = OWN_ID.exec(blankless)?.[1];
  if (inner) yield* [blankless.toLowerCase(), inner];
}
