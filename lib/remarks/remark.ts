/** What a person said or decided about a payment. */
export type Remark = {
  readonly seq: string;
  readonly transactionId: string;
  readonly kind: 'note' | 'assignment';
  /** The note's text; `null` for an assignment. */
  readonly text: string | null;
  /** Whom it was given to, by e-mail address; `null` for a note, or when it was taken from everybody. */
  readonly assignee: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** Longer notes belong into a document. */
export const LONGEST_NOTE = 2_000;
/** More payments are not remarked on in one go. */
export const MAX_REMARKED = 10_000;
