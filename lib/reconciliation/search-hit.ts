import type { FoundKind } from '@/lib/statements/found-ids';
import type { ExceptionRow, LineRow } from './view';

/** What a search finds in reconciliation, and which field hit. */

export type LineHit = {
  readonly line: Pick<LineRow, 'seq' | 'accountName' | 'bookedOn' | 'amount' | 'currency' | 'text'>;
  /** `text`: what the bank wrote, or the other side's name. */
  readonly matches: readonly { readonly kind: FoundKind | 'text'; readonly value: string; readonly isExact: boolean }[];
};

export type ExceptionHit = {
  readonly exception: Pick<ExceptionRow, 'id' | 'reason' | 'state' | 'day' | 'amount' | 'currency' | 'transactionId'>;
  /** `transaction`: the payment it is about; else the id of its line. */
  readonly matches: readonly { readonly kind: FoundKind | 'transaction'; readonly value: string }[];
};
