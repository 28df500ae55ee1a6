import type { IdentifierKind } from '@/lib/events/event';
import { explorerUrl, isEvmHash, isTronHash } from '@/lib/identifiers/chain';
import { classify, type Reading, type ReadingKind } from '@/lib/identifiers/classify';
import type { Environment } from '@/lib/providers/catalogue';

const HEX_32 = /^[0-9a-f]{32}$/i;

type Shape = 'chain' | 'tron' | 'bitso' | 'provider';

/** What an id is by its shape alone, where the provider does not say. */
export function shapeOf(id: string): Shape {
  if (isEvmHash(id)) return 'chain';
  if (isTronHash(id)) return 'tron';
  if (HEX_32.test(id)) return 'bitso';
  return 'provider';
}

/** Which page of a network's explorer an identifier belongs to. */
const EXPLORED: Readonly<Partial<Record<IdentifierKind, 'tx' | 'address'>>> = {
  tx_hash: 'tx',
  replaced_tx_hash: 'tx',
  refund_step_id: 'tx',
  source_address: 'address',
  destination_address: 'address',
  token_address: 'address',
};

/** The public explorer's page of an identifier; `null` where there is none, or the network is not told. */
export function explorerPage(
  kind: IdentifierKind,
  value: string,
  network: string | null | undefined,
  environment: Environment,
): string | null {
  const page = EXPLORED[kind];
  return page && network ? explorerUrl(page, network, value, environment) : null;
}

/** What each kind of identifier may be read as. */
const READ_AS: Readonly<Partial<Record<IdentifierKind, readonly ReadingKind[]>>> = {
  clave_rastreo: ['clave_rastreo'],
  e2e: ['pix_e2e', 'pix_return'],
  sender_clabe: ['clabe'],
  receiver_clabe: ['clabe'],
  origin_account: ['cvu', 'cbu'],
  tax_id: ['cuit', 'cnpj', 'cpf'],
  source_address: ['evm_address', 'tron_address'],
  destination_address: ['evm_address', 'tron_address'],
};

/** What an identifier tells by itself (bank, institution, moment) and why it may be mistyped; `null` when nothing. */
export function readingOf(kind: IdentifierKind, value: string): Reading | null {
  const readings = READ_AS[kind];
  const found = readings && classify(value).find((reading) => readings.includes(reading.kind));
  return found?.facts || found?.warning ? found : null;
}
