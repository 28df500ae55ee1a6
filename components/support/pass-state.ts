/** What came of passing a payment on; `null` before anybody did, and once it is done. What was written is not lost. */
export type PassState = { readonly error: string; readonly question: string } | null;
export type PassAction = (before: PassState, data: FormData) => Promise<PassState>;

/** With the link it must fit into a note. */
export const LONGEST_QUESTION = 1_000;
