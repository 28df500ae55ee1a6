/** A longer reason belongs into a document. */
export const LONGEST_RULE_NOTE = 500;

/** What came of saving a rule; `null` before. A refused note is given back, so that it is not lost. */
export type RuleState =
  | { readonly outcome: 'saved'; readonly version: number }
  | { readonly outcome: 'refused'; readonly problems: readonly string[]; readonly note: string }
  | null;
