/** What became of one of many that were to be changed; `waiting`: a second person decides. */
export type BulkOutcome = 'done' | 'waiting' | 'unchanged' | 'unknown' | 'refused';

/** What came of a change to many; `null` before anybody asked. */
export type BulkState =
  | {
      /** What was done, in words. */
      readonly title: string;
      /** `why`: in words, where one was refused. */
      readonly rows: readonly { readonly id: string; readonly outcome: BulkOutcome; readonly why?: string }[];
    }
  | { readonly error: string }
  | null;
export type BulkAction = (before: BulkState, data: FormData) => Promise<BulkState>;
