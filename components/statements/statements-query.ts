/** Which imports are listed: of one account or of all, and those before an id. */
export type StatementsQuery = { readonly account: string | null; readonly before: string | null };

export const STATEMENTS_PATH = '/reconciliation/statements';

/** Reads the address. Never throws: what cannot be an id is left out. */
export function readStatementsQuery(search: URLSearchParams): StatementsQuery {
  return { account: search.get('account') || null, before: numberOf(search.get('before')) };
}

/** The address that reads back as the same. */
export function statementsHref({ account, before }: StatementsQuery): string {
  const search = new URLSearchParams();
  if (account) search.set('account', account);
  if (before) search.set('before', before);
  return search.size > 0 ? `${STATEMENTS_PATH}?${search}` : STATEMENTS_PATH;
}

/** The text of a row's number, or `null`. */
export function numberOf(text: string | null): string | null {
  return text !== null && /^\d{1,18}$/.test(text) ? text : null;
}
