/** What came of a decision or a limit; `null` before anybody asked. */
export type ApprovalState = { readonly error: string | null } | null;
export type ApprovalAction = (before: ApprovalState, data: FormData) => Promise<ApprovalState>;

/** What the page asks of the server. Each checks who asks. */
export type ApprovalActions = {
  readonly approve: ApprovalAction;
  readonly decline: ApprovalAction;
  readonly withdraw: ApprovalAction;
  readonly setLimit: ApprovalAction;
};
