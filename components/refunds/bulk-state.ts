/** What became of one payment that was to get an owner or a note. */
export type BulkOutcome = 'done' | 'unchanged' | 'unknown';

/** What came of a change to many payments; `null` before anybody asked. */
export type BulkState =
  | {
      /** What was done, in words. */
      readonly title: string;
      readonly rows: readonly { readonly transactionId: string; readonly outcome: BulkOutcome }[];
    }
  | { readonly error: string }
  | null;
export type BulkAction = (before: BulkState, data: FormData) => Promise<BulkState>;
