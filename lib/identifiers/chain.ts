import { keccak_256 } from '@noble/hashes/sha3.js';

const EVM_HASH = /^0x[0-9a-f]{64}$/i;
const EVM_ADDRESS = /^0x[0-9a-f]{40}$/i;
const TRON_HASH = /^[0-9a-f]{64}$/i;
const TRON_ADDRESS = /^T[1-9A-HJ-NP-Za-km-z]{33}$/;

/** `0x` and 64 hex digits. The same hash may exist on every network. */
export function isEvmHash(value: string): boolean {
  return EVM_HASH.test(value);
}

/** `0x` and 40 hex digits. */
export function isEvmAddress(value: string): boolean {
  return EVM_ADDRESS.test(value);
}

/** 64 hex digits without `0x`. */
export function isTronHash(value: string): boolean {
  return TRON_HASH.test(value);
}

/** 34 Base58 characters from `T`: the shape only. */
export function isTronAddress(value: string): boolean {
  return TRON_ADDRESS.test(value);
}

/** An EVM address in the letter case that EIP-55 gives it. Throws when it is no EVM address. */
export function checksumAddress(address: string): string {
  if (!isEvmAddress(address)) throw new Error(`Not an EVM address: ${JSON.stringify(address)}`);
  const digits = address.slice(2).toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(digits));
  let result = '0x';
  for (let i = 0; i < digits.length; i++) {
    const pair = hash[i >> 1] as number;
    const nibble = i % 2 === 0 ? pair >> 4 : pair & 15;
    const digit = digits.charAt(i);
    result += nibble >= 8 ? digit.toUpperCase() : digit;
  }
  return result;
}

/** Whether the letter case of an EVM address proves it; `absent` when all letters have one case and so claim nothing. */
export function addressChecksum(address: string): 'right' | 'wrong' | 'absent' {
  const digits = address.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return 'absent';
  return digits === checksumAddress(address).slice(2) ? 'right' : 'wrong';
}

/**
 * Page of a transaction or an address on the public explorer of a network, or `null`: for a network we do not know, and
 * for a value that has not the network's shape (Juno gives some chain steps a 32-hex id of its own). `network` is the
 * provider's word in any case; whether it means the test network follows from the environment of the source alone.
 */
export function explorerUrl(
  kind: 'tx' | 'address',
  network: string,
  value: string,
  environment: 'production' | 'stage',
): string | null {
  const name = network.toLowerCase().replace(/[\s_-]+/g, '');
  const host = EXPLORERS.get(ALIASES.get(name) ?? name)?.[environment];
  if (!host) return null;
  if (host.endsWith('#')) {
    if (kind === 'tx') return isTronHash(value) ? `https://${host}/transaction/${value}` : null;
    return isTronAddress(value) ? `https://${host}/address/${value}` : null;
  }
  const hasShape = kind === 'tx' ? isEvmHash(value) : isEvmAddress(value);
  return hasShape ? `https://${host}/${kind}/${value}` : null;
}

type Explorer = { readonly production: string; readonly stage: string };

/** A host that ends in `#` is a Tron explorer with paths of its own. */
const EXPLORERS: ReadonlyMap<string, Explorer> = new Map([
  ['ethereum', { production: 'etherscan.io', stage: 'sepolia.etherscan.io' }],
  ['arbitrum', { production: 'arbiscan.io', stage: 'sepolia.arbiscan.io' }],
  ['polygon', { production: 'polygonscan.com', stage: 'amoy.polygonscan.com' }],
  ['base', { production: 'basescan.org', stage: 'sepolia.basescan.org' }],
  ['celo', { production: 'celoscan.io', stage: 'celo-sepolia.blockscout.com' }],
  ['moonbeam', { production: 'moonscan.io', stage: 'moonbase.moonscan.io' }],
  ['gnosis', { production: 'gnosisscan.io', stage: 'blockscout.chiadochain.net' }],
  ['optimism', { production: 'optimistic.etherscan.io', stage: 'optimism-sepolia.blockscout.com' }],
  ['bnb', { production: 'bscscan.com', stage: 'testnet.bscscan.com' }],
  ['avalanche', { production: 'snowtrace.io', stage: 'testnet.snowtrace.io' }],
  ['tron', { production: 'tronscan.org/#', stage: 'nile.tronscan.org/#' }],
]);

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['arbitrumone', 'arbitrum'],
  ['matic', 'polygon'],
  ['bsc', 'bnb'],
  ['binancesmartchain', 'bnb'],
  ['avalanchec', 'avalanche'],
  ['trx', 'tron'],
]);
