/** Where proposals are decided. */
export const APPROVALS = '/settings/approvals';

/** One of them in that list. */
export function proposalHref(id: string): string {
  return `${APPROVALS}?proposal=${encodeURIComponent(id)}`;
}
