import { type ProviderContract, UNDOCUMENTED } from '@/lib/providers/contract';
import { listed } from './listed';
import { normalise } from './normalise';

/**
 * What a withdrawal is in when its payload names no currency: the documents list the field and their example omits it.
 * A BaaS account is an account in Argentine pesos. Events that rest on this say so (`isCurrencyAssumed`).
 */
export const ACCOUNT_CURRENCY = 'ARS';

/** Ripio's B2B BaaS: peso deposits and withdrawals. Its IPN documents neither a signature nor addresses. */
export const ripio = {
  name: 'ripio',
  signatures: UNDOCUMENTED,
  addresses: { production: [], stage: [] },
  normalise: (body) => normalise(body, ACCOUNT_CURRENCY),
  listed: (list, row) => listed(list, row, ACCOUNT_CURRENCY),
} as const satisfies ProviderContract;
