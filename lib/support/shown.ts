import { isPrivate } from '@/lib/search-text';
import type { Transaction } from '@/lib/transactions/transaction';

/** What of a payment Support may see and say without a reason: what belongs to the payment and to no person. Pure. */

/** Our customer's reference; `null` where there is none, or where somebody put an account number or a tax id there. */
export function referenceOf({ externalRef }: Pick<Transaction, 'externalRef'>): string | null {
  return externalRef === null || isPrivate(externalRef) ? null : externalRef;
}

export type Trace = { readonly kind: 'e2e' | 'clave_rastreo'; readonly value: string };

/** The rail's own ids, by which a bank finds the payment. */
export function tracesOf({ identifiers }: Pick<Transaction, 'identifiers'>): Trace[] {
  return identifiers.flatMap(({ kind, value }) =>
    kind === 'e2e' || kind === 'clave_rastreo' ? [{ kind, value }] : [],
  );
}
