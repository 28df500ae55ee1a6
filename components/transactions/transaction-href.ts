/** The page of a transaction; ids hold colons, and whatever the provider put into them. */
export function transactionHref(id: string): string {
  return `/transactions/${encodeURIComponent(id)}`;
}
