import type { ProviderContract } from '@/lib/providers/contract';
import { listed } from './listed';
import { normalise } from './normalise';

/**
 * Juno by Bitso: MXNB through SPEI, BRL1 through Bitso transfers. Its webhooks are Bitso's v4 webhooks, which come from
 * the addresses below. Bitso documents that the compact text of `payload` alone is signed; receivers in use have seen
 * the whole body signed.
 */
export const juno = {
  name: 'juno',
  signatures: [
    {
      scheme: 'rsa-pkcs1-sha256',
      signer: 'bitso',
      header: 'x-bitso-webhook-event-signature',
      prefix: '',
      keyIdHeader: 'x-bitso-key-id',
      signs: [{ member: 'payload' }, 'body'],
    },
  ],
  addresses: {
    production: ['52.15.91.227', '18.216.72.107', '18.219.140.132'],
    stage: ['3.129.233.228', '3.22.247.241', '3.134.133.168'],
  },
  normalise,
  listed,
} as const satisfies ProviderContract;
