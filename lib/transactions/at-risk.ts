import type { Status } from '@/lib/events/status';

/** The groups of transactions somebody should look at today, and the states each is made of. */
export const AT_RISK = {
  failed: ['failed', 'failed_returning', 'failed_stuck'],
  blocked: ['blocked'],
  in_flight: ['pending', 'processing'],
  reversed: ['reversed', 'partly_reversed'],
} as const satisfies Record<string, readonly Status[]>;
export type RiskGroup = keyof typeof AT_RISK;
