import type { Said } from '@/lib/language/said';
import type { AccountRail } from '@/lib/statements/account';
import type { FoundId } from '@/lib/statements/found-ids';
import type { LineKind } from '@/lib/statements/statement';
import type { Leg, Rail } from './leg';
import type { MatchEvidence, Pass, Reconciled, Rule } from './match';
import type { ExceptionState, Reason, Resolution, Severity } from './reason';

/** What the screens of reconciliation show. Plain JSON but for our own clock, which is a `Date`. */

/** Whose word a line is: the bank's, or that of the company's own ledger. A leg is matched once by each. */
export const BOOKS = ['bank', 'ledger'] as const;
export type Book = (typeof BOOKS)[number];

/** A leg as lists show it, with where it stands against one book. */
export type LegRow = Leg & {
  readonly state: Reconciled;
  /** The match it belongs to; `null` while it has none. */
  readonly matchId: string | null;
  /** Reasons of its exceptions that are not resolved. */
  readonly reasons: readonly Reason[];
};

/** A line of a statement as lists show it. */
export type LineRow = {
  /** Decimal text of a bigint. */
  readonly seq: string;
  readonly statementId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly accountRail: AccountRail;
  readonly book: Book;
  /** Where it stands in its file. */
  readonly place: string;
  /** The bank's local day, YYYY-MM-DD. */
  readonly bookedOn: string;
  /** UTC, ISO 8601; `null` where the file tells only the day. */
  readonly bookedAt: string | null;
  readonly valueOn: string | null;
  readonly direction: 'in' | 'out';
  /** Signed: negative went out. */
  readonly amount: string;
  readonly currency: string;
  readonly text: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly taxId: string | null;
  readonly bankReference: string | null;
  readonly kind: LineKind;
  readonly ids: readonly FoundId[];
  readonly matchId: string | null;
  readonly reasons: readonly Reason[];
};

/** Sums of a whole filter by currency and direction; sums are exact, without sign, `null` where no amount is known. */
export type SideTotal = {
  readonly currency: string | null;
  readonly direction: 'in' | 'out';
  readonly count: number;
  readonly sum: string | null;
};
/** The same of one local day. */
export type DayTotal = SideTotal & { readonly day: string };
/** How many legs of a filter stand in each state, over all states. */
export type StateCounts = Readonly<Record<Reconciled, number>>;

/** A page by keyset, with the totals of its whole filter from the same snapshot. */
export type ViewPage<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly totals: readonly SideTotal[];
  /** The latest days first, at most MAX_DAYS of them. */
  readonly days: readonly DayTotal[];
};
export const MAX_DAYS = 62;
export type LegPage = ViewPage<LegRow> & { readonly states: StateCounts };
export type LinePage = ViewPage<LineRow>;

/** A match with both of its sides. */
export type MatchView = {
  readonly id: string;
  readonly book: Book;
  readonly pass: Pass;
  /** `hand` for a person's own. */
  readonly rule: Rule | 'hand';
  readonly ruleVersion: number;
  readonly evidence: MatchEvidence;
  /** Lines minus legs, signed as the bank signs; "0" closes. */
  readonly remainder: string;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoneWhy: string | null;
  /** Those it holds now; of an undone one, those it held. */
  readonly lines: readonly LineRow[];
  readonly legs: readonly LegRow[];
};

/** One criterion of a comparison; `gap` says by how much it fails. */
export type CriterionView = {
  readonly criterion: 'id' | 'account' | 'tax_id' | 'amount' | 'currency' | 'day' | 'direction' | 'name';
  readonly verdict: 'agrees' | 'near' | 'differs' | 'unknown';
  /** "3 days later", "12.00 less". */
  readonly gap: Said | null;
};
export type Strength = 'proven' | 'unique' | 'similar';

/** A leg beside a line. */
export type LegCandidate = {
  readonly leg: LegRow;
  readonly strength: Strength | null;
  readonly criteria: readonly CriterionView[];
  /** Why the passes did not take it, one sentence each. */
  readonly whyNot: readonly Said[];
  /** Somebody said that the two do not belong together. */
  readonly isRefused: boolean;
};
export type LineCandidate = Omit<LegCandidate, 'leg'> & { readonly line: LineRow };
/** How many candidates are shown. */
export const CANDIDATES = 10;

export type LineDetail = {
  readonly line: LineRow;
  readonly match: MatchView | null;
  readonly exceptions: readonly ExceptionRow[];
  /** The nearest first; empty for a line that is matched. */
  readonly candidates: readonly LegCandidate[];
  /** Why it is not matched, where nothing is near: one sentence each. */
  readonly whyNot: readonly Said[];
};
export type LegDetail = {
  readonly leg: LegRow;
  /** By the bank, and by the own ledger. */
  readonly matches: readonly MatchView[];
  readonly exceptions: readonly ExceptionRow[];
  readonly candidates: readonly LineCandidate[];
  readonly whyNot: readonly Said[];
};

/** An exception as the queue shows it. */
export type ExceptionRow = {
  readonly id: string;
  readonly reason: Reason;
  readonly severity: Severity;
  readonly lineSeq: string | null;
  readonly legId: string | null;
  readonly transactionId: string | null;
  readonly accountName: string | null;
  readonly rail: Rail | AccountRail;
  /** The two values that differ, as text. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** At stake, without sign. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The day it is about, local to the rail. */
  readonly day: string;
  readonly state: ExceptionState;
  readonly owner: string | null;
  readonly resolution: Resolution | null;
  readonly remark: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
  readonly waitUntil: string | null;
  readonly openedAt: Date;
  /** Whole days from its day to now, or to its resolution. */
  readonly ageDays: number;
  readonly lastNote: string | null;
};
export type ExceptionNote = {
  readonly seq: string;
  readonly kind: 'opened' | 'note' | 'owner' | 'state' | 'resolved' | 'reopened';
  readonly text: string | null;
  /** `null`: the desk itself. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
};
export type ExceptionPage = {
  readonly rows: readonly ExceptionRow[];
  readonly next: string | null;
  readonly previous: string | null;
  /** Of the whole filter. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
  readonly totals: readonly { readonly currency: string | null; readonly count: number; readonly sum: string | null }[];
};
export type ExceptionDetail = {
  readonly exception: ExceptionRow;
  readonly notes: readonly ExceptionNote[];
  readonly line: LineRow | null;
  readonly leg: LegRow | null;
};

/** What a run did, in numbers that add up: in = matched + left, on both sides. */
export type RunFigures = {
  /** Each rule's version at the time. */
  readonly rules: Readonly<Record<Rule, number>>;
  /** Free payment lines and expected legs before it. */
  readonly linesIn: number;
  readonly legsIn: number;
  readonly matched: Readonly<Record<Rule, { readonly lines: number; readonly legs: number }>>;
  /** Free lines after it, by the reason of their exception; `none` for those without one. */
  readonly linesLeft: Readonly<Partial<Record<Reason | 'none', number>>>;
  readonly legsLeft: Readonly<Partial<Record<Reason | 'none', number>>>;
  readonly exceptions: { readonly opened: number; readonly reopened: number; readonly resolved: number };
  readonly milliseconds: number;
};
export type RunView = {
  readonly id: string;
  readonly isDry: boolean;
  readonly requestedBy: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** `null` while it runs, and of one that was interrupted. */
  readonly figures: RunFigures | null;
  /** Against the run before it: this one's number minus that one's; those that are zero are left out. */
  readonly difference: readonly { readonly name: string; readonly by: number }[];
};
