import type { RelationName } from '@/lib/transactions/detail';

/** How the other belongs to this one, seen from this one. */
export const RELATION_WORDS = {
  pays_out: 'Pays out',
  paid_out_by: 'Paid out by',
  refunded_by: 'Refunded by',
  refund_of: 'Refund of',
  pays_deposit: 'Paid by the pay-in deposit',
  fills_order: 'Fills the PIX order',
  same_deposit: 'From the same deposit',
  same_order: 'From the same order',
  same_tx_hash: 'Same transaction hash',
  same_external_ref: 'Same external reference',
} as const satisfies Record<RelationName, string>;
