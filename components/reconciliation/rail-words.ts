import { EXPLANATION_LABELS } from '@/lib/reconciliation/explain';
import type { LegPart, Rail } from '@/lib/reconciliation/leg';

/** What each rail is called where there is room. */
export const RAIL_TITLES = {
  spei: 'SPEI · CLABE',
  pix: 'PIX · E2E',
  ars: 'ARS · CVU',
  chain: 'On-chain',
} as const satisfies Record<Rail, string>;

export const PART_WORDS = {
  amount: 'Amount in the payload',
  discounted_fee: EXPLANATION_LABELS.discounted_fee,
  transfer_fee: EXPLANATION_LABELS.transfer_fee,
  reverted: EXPLANATION_LABELS.reverted,
} as const satisfies Record<LegPart, string>;

/** The words of an explanation's line; one of a person's own stays as it is. */
export function explanationWords(label: string): string {
  return Object.entries(EXPLANATION_LABELS).find(([name]) => name === label)?.[1] ?? label;
}
