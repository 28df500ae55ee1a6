import type { ProviderContract } from '@/lib/providers/contract';
import { normalise } from './normalise';

/**
 * Juno by Bitso: MXNB through SPEI, BRL1 through Bitso transfers. Its webhooks are Bitso's v4 webhooks, which sign the
 * compact text of the `payload` member alone, and come from the addresses below.
 */
export const juno = {
  name: 'juno',
  signature: {
    scheme: 'rsa-pkcs1-sha256',
    header: 'x-bitso-webhook-event-signature',
    keyIdHeader: 'x-bitso-key-id',
    signs: { member: 'payload' },
  },
  addresses: {
    production: ['52.15.91.227', '18.216.72.107', '18.219.140.132'],
    stage: ['3.129.233.228', '3.22.247.241', '3.134.133.168'],
  },
  normalise,
} as const satisfies ProviderContract;
