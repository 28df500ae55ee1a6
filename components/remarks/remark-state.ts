/** What came of a remark; `null` before anybody made one. A refused text is given back, so that it is not lost. */
export type RemarkState = { readonly error: string | null; readonly text?: string } | null;
export type RemarkAction = (before: RemarkState, data: FormData) => Promise<RemarkState>;
