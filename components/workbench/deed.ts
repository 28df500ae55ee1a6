import type { RemainderReason } from '@/lib/reconciliation/running-sum';
import type { Undo } from '@/lib/reconciliation/workbench-view';
import type { LineKind } from '@/lib/statements/statement';

/** What came of something done at the workbench. */
export type Deed =
  | {
      readonly outcome: 'done';
      /** A short sentence for the toast. */
      readonly says: string;
      /** What takes it back; `null` where there is nothing to undo. */
      readonly undo: Undo | null;
    }
  /** It waits for a second person, where `link` leads. */
  | { readonly outcome: 'waiting'; readonly says: string; readonly link: DeedLink }
  /** Nothing was done, and why; `link` leads to what is in the way. */
  | { readonly outcome: 'refused'; readonly says: string; readonly link?: DeedLink };

/** Where somebody may go from there, and what the link says. */
export type DeedLink = { readonly href: string; readonly words: string };

export type Remainder = { readonly reason: RemainderReason; readonly remark: string };

/** What a line may be instead of a payment, by the key that asks for it. */
export const MARKS = { b: ['fee', 'tax'], i: ['internal'] } as const satisfies Record<string, readonly LineKind[]>;
/** Lines that shall be marked, and as what. */
export type Marking = { readonly seqs: readonly string[]; readonly as: keyof typeof MARKS };
export type MarkKind = (typeof MARKS)[keyof typeof MARKS][number];

/** What the workbench asks of the server. Each checks who asks and what is asked. */
export type WorkbenchActions = {
  readonly match: (lines: readonly string[], legs: readonly string[], remainder: Remainder | null) => Promise<Deed>;
  readonly undo: (undo: Undo) => Promise<Deed>;
  readonly dismiss: (line: string, leg: string) => Promise<Deed>;
  readonly reconsider: (line: string, leg: string) => Promise<Deed>;
  readonly mark: (lines: readonly string[], kind: MarkKind, remark: string) => Promise<Deed>;
};
