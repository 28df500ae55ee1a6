import type { ProviderContract } from '@/lib/providers/contract';
import { normalise } from './normalise';

/** BRLA Digital, v1: reais through PIX, and the BRLA token. It signs the whole body and publishes no addresses. */
export const brla = {
  name: 'brla',
  signature: { scheme: 'ecdsa-p256-sha256', header: 'signature', keyIdHeader: null, signs: 'body' },
  addresses: { production: [], stage: [] },
  normalise,
} as const satisfies ProviderContract;
