import type { IdentifierKind } from '@/lib/events/event';
import type { Transaction } from './transaction';

/** A value that was found, and where: `transaction` and `event` are our own ids. */
export type Match = {
  readonly kind: IdentifierKind | 'transaction' | 'event';
  readonly value: string;
  readonly isExact: boolean;
};
export type Hit = { readonly transaction: Transaction; readonly matches: readonly Match[] };
