import type { ProviderContract } from '@/lib/providers/contract';
import { listed } from './listed';
import { normalise } from './normalise';

/**
 * BRLA Digital, v1: reais through PIX, and the BRLA token; and Avenia, its successor, whose v2 signs with another key
 * in the same header. Both sign the whole body and publish no addresses.
 */
export const brla = {
  name: 'brla',
  signatures: [
    {
      scheme: 'ecdsa-p256-sha256',
      signer: 'brla',
      header: 'signature',
      prefix: '',
      keyIdHeader: null,
      signs: ['body'],
    },
    {
      scheme: 'rsa-pss-sha256',
      signer: 'avenia',
      header: 'signature',
      prefix: '',
      keyIdHeader: null,
      signs: ['body'],
    },
  ],
  addresses: { production: [], stage: [] },
  normalise,
  listed,
} as const satisfies ProviderContract;
