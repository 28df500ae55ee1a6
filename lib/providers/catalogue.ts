/** The providers' names and kinds: pure words, safe for the browser and open to every room. */

export const PROVIDERS = ['juno', 'ripio', 'brla'] as const;
export type Provider = (typeof PROVIDERS)[number];

/**
 * Every kind of transaction a provider reports. A `ticket` is what Avenia, BRLA's successor, calls any of its payments;
 * `operation` is a BRLA operation of which only a repost was seen.
 */
export const KINDS = {
  juno: ['issuance', 'redemption', 'crypto_deposit', 'crypto_withdrawal', 'conversion'],
  ripio: ['fiat_deposit', 'fiat_withdrawal'],
  brla: [
    'mint',
    'burn',
    'swap',
    'pix_to_usd',
    'pix_to_token',
    'usd_to_pix',
    'money_transfer',
    'balance_update',
    'kyc',
    'ticket',
    'operation',
  ],
} as const satisfies Record<Provider, readonly string[]>;
export type Kind = (typeof KINDS)[Provider][number];

export const PROVIDER_LABELS = {
  juno: 'Juno',
  ripio: 'Ripio',
  brla: 'BRLA',
} as const satisfies Record<Provider, string>;

/** The company behind each name, for places with room. */
export const PROVIDER_FULL_NAMES = {
  juno: 'Juno by Bitso',
  ripio: 'Ripio B2B BaaS',
  brla: 'BRLA Digital',
} as const satisfies Record<Provider, string>;

/** Whether a name is one of our providers. */
export function isProvider(name: string): name is Provider {
  return (PROVIDERS as readonly string[]).includes(name);
}

/** Whether real money or a test system is behind a source; never mixed in one list. */
export const ENVIRONMENTS = ['production', 'stage'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
