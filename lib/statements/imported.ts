import { z } from 'zod';
import type { Said } from '@/lib/language/said';
import { add, compare, subtract } from '@/lib/money';
import type { Proof } from './balance-proof';
import type { FoundId } from './found-ids';
import type { Format } from './profile';
import type { LineKind, StatementHead } from './statement';

/** What an import makes of a file: where each of its rows goes, and whether they prove the balance. */

/** What becomes of each row of a file; every row is exactly one of them. */
export const CLASSES = {
  accepted: 'Accepted',
  fee: 'Fee',
  tax: 'Tax',
  balance: 'Balance row',
  duplicate: 'Duplicate',
  unreadable: 'Unreadable',
  note: 'Not a line',
} as const;
export type RowClass = keyof typeof CLASSES;

/** How many rows of a file are of each class: they add up to the rows of the file. */
export type Tallies = Readonly<Record<RowClass, number>>;

export const NO_TALLIES: Tallies = {
  accepted: 0,
  fee: 0,
  tax: 0,
  balance: 0,
  duplicate: 0,
  unreadable: 0,
  note: 0,
};

const count = z.number().int().min(0).default(0);
const sumSchema = z.object({ currency: z.string(), incoming: z.string(), outgoing: z.string() });
const keptSchema = z.object({
  ...(Object.fromEntries(Object.keys(CLASSES).map((name) => [name, count])) as Record<RowClass, typeof count>),
  sums: z.array(sumSchema).default([]),
});

/** What moved in one currency; `outgoing` is negative, as the lines are. Balance rows move nothing. */
export type Sum = Readonly<z.output<typeof sumSchema>>;

/** The tallies and the sums of a statement, as they are kept with it. */
export function readTallies(kept: unknown): { readonly tallies: Tallies; readonly sums: readonly Sum[] } {
  const { sums, ...tallies } = keptSchema.parse(kept);
  return { tallies, sums };
}

export function rowsOf(tallies: Tallies): number {
  return Object.values(tallies).reduce((sum, count) => sum + count, 0);
}

/** The lines that an import keeps. */
export function keptLines({ accepted, fee, tax }: Tallies): number {
  return accepted + fee + tax;
}

/** Opening + movements = closing; `null` where the file does not tell both ends, or has several currencies. */
export type Balances = Pick<Proof, 'opening' | 'movements' | 'closing' | 'difference'>;

/** The balances of a statement as they were kept with it. */
export function balancesOf(
  { opening, closing }: { readonly opening: string | null; readonly closing: string | null },
  sums: readonly Sum[],
): Balances | null {
  if (opening === null || closing === null || sums.length > 1) return null;
  const [{ incoming, outgoing } = { incoming: '0', outgoing: '0' }] = sums;
  const movements = add(incoming, outgoing);
  return { opening, movements, closing, difference: subtract(add(opening, movements), closing) };
}

/** Whether it closes to the last digit. */
export function isProven({ difference }: Balances): boolean {
  return compare(difference, '0') === 0;
}

/** One row of a file as an import would take it. */
export type PreviewRow = {
  readonly place: string;
  readonly rowClass: RowClass;
  /** What the line is, also where it is a duplicate; `null` where it is no line. */
  readonly kind: LineKind | null;
  readonly bookedOn: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly text: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly taxId: string | null;
  readonly bankReference: string | null;
  readonly balance: string | null;
  readonly ids: readonly FoundId[];
  /** Why it cannot be read, or why what looks like a line is none, with its text. */
  readonly reason: Said | null;
  /** The line that it repeats. */
  readonly duplicateOf: { readonly statementId: string; readonly fileName: string; readonly place: string } | null;
};

/** Lines of an earlier statement that rows of a file are like: same account, day, amount and currency, other words. */
export type Overlap = {
  readonly statementId: string;
  readonly fileName: string;
  readonly format: Format;
  readonly lines: number;
};

export type Preview = {
  readonly rows: readonly PreviewRow[];
  /** The first rows that cannot be read, wherever they stand. */
  readonly unreadable: readonly PreviewRow[];
  readonly tallies: Tallies;
  readonly head: StatementHead;
  readonly sums: readonly Sum[];
  readonly proof: Proof | null;
  /** The first line whose balance does not follow from the one before it. */
  readonly firstBreak: string | null;
  /** The statements with most such lines first; at most five. */
  readonly overlaps: readonly Overlap[];
};

/** An imported file. */
export type StatementRecord = {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly bank: string | null;
  readonly currency: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly sizeBytes: number;
  readonly format: Format;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly tallies: Tallies;
  readonly sums: readonly Sum[];
  readonly balances: Balances | null;
  /** Payments of it, and how many of them are matched. */
  readonly payments: number;
  readonly matched: number;
  /** Days between the end of the account's statements before it and its first day; 0 where none is missing. */
  readonly gapDays: number;
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
};

/** A stored line, for its page. */
export type ShownLine = {
  readonly seq: string;
  readonly place: string;
  readonly bookedOn: string;
  readonly bookedAt: Date | null;
  readonly amount: string;
  readonly currency: string;
  readonly text: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly taxId: string | null;
  readonly bankReference: string | null;
  readonly balance: string | null;
  readonly kind: LineKind;
  readonly ids: readonly FoundId[];
  readonly matchId: string | null;
};
