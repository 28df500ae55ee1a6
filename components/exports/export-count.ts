type Read =
  | { readonly totals: readonly { readonly count: number }[] }
  | { readonly message: unknown }
  | 'too long'
  | null;

/** How many rows the file of a list has, by what its page was read to come to; `null` where that was not counted. */
export function exportCount(read: Read): number | null {
  if (read === null || read === 'too long' || 'message' in read) return null;
  return read.totals.reduce((sum, { count }) => sum + count, 0);
}
