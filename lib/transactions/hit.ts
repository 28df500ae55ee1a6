import type { IdentifierKind } from '@/lib/events/event';
import type { Transaction } from './transaction';

/** How a value that was found compares with what was typed; the surest first. `resembles`: a slip or two apart. */
export const LIKENESSES = ['is', 'begins', 'contains', 'resembles'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A value that was found, and where: `transaction` and `event` are our own ids. */
export type Match = {
  readonly kind: IdentifierKind | 'transaction' | 'event';
  readonly value: string;
  readonly likeness: Likeness;
};
export type Hit = { readonly transaction: Transaction; readonly matches: readonly Match[] };

/** A page of what was found. */
export type HitPage<T> = {
  readonly hits: readonly T[];
  /** Of all pages, counted up to MAX_COUNTED. */
  readonly count: number;
  /** Where the next page goes on; `null` at the end. Opaque. */
  readonly next: string | null;
};
/** Beyond this it is "more than". */
export const MAX_COUNTED = 10_000;
