/** Values of filters that stand in no address: there a token stands for them, as `keepSearch` gives it. Pure. */

const KEPT = /^~([\w-]{16})$/;

/** What stands in a filter for a value that is kept under a token. */
export function keptValue(token: string): string {
  return `~${token}`;
}

/** The token of a value that is kept elsewhere; `null` for a value that is itself. */
export function tokenOf(value: string): string | null {
  return KEPT.exec(value)?.[1] ?? null;
}
