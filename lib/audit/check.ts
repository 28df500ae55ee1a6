import { type AuditEntry, auditHash } from './entry';

/** Whether entries of the log follow one another as they were written. Pure. */

/** A link that held: its number and its hash. */
export type Held = { readonly seq: bigint; readonly hash: Uint8Array };

/** `missing`: the number is not there; `changed`: its row, or the one before it, is not what was written. */
export type Flaw = { readonly seq: bigint; readonly what: 'missing' | 'changed' };

/** Goes on from what held as far as these entries hold; the first that does not ends it. */
export function walk(from: Held, entries: readonly AuditEntry[]): { readonly held: Held; readonly flaw: Flaw | null } {
  let held = from;
  for (const entry of entries) {
    const seq = held.seq + 1n;
    if (entry.seq !== seq) return { held, flaw: { seq, what: 'missing' } };
    if (!areSame(entry.hash, auditHash(held.hash, entry))) return { held, flaw: { seq, what: 'changed' } };
    held = { seq, hash: entry.hash };
  }
  return { held, flaw: null };
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
