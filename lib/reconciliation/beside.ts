import type { Provider } from '@/lib/providers/catalogue';
import type { Book } from './view';

/** What stands beside a leg in a list: what its match and its exceptions say, and what its transaction tells of accounts. */
export type Beside = {
  /** Of the book that is looked at; `null` while it has none. */
  readonly match: {
    readonly remainder: string;
    readonly explained: readonly { readonly label: string; readonly amount: string }[];
    readonly lines: readonly BesideLine[];
  } | null;
  readonly differences: readonly Difference[];
  readonly senderClabe: string | null;
  readonly receiverClabe: string | null;
  /** Of a pay-in, which has no end-to-end id. */
  readonly depositId: string | null;
  /** Other providers that tell the same hash. */
  readonly seenAt: readonly { readonly provider: Provider; readonly transactionId: string }[];
};
export type BesideLine = {
  readonly seq: string;
  readonly book: Book;
  readonly bookedOn: string;
  readonly accountName: string;
  readonly amount: string;
  readonly currency: string;
};
/** The two values of an exception that is not resolved. */
export type Difference = {
  readonly reason: string;
  readonly expected: string | null;
  readonly actual: string | null;
};

export const NOTHING_BESIDE: Beside = {
  match: null,
  differences: [],
  senderClabe: null,
  receiverClabe: null,
  depositId: null,
  seenAt: [],
};
