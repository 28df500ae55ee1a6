import type { Said } from '@/lib/language/said';
import type { LegCandidate, LegRow, LineRow, MatchView, Strength } from './view';

/** What the workbench shows; plain JSON but for our own clock, which is a `Date`. */

/** What is proposed for a line of the list. */
export type Proposal = { readonly count: number; readonly best: Strength | null };

/** A candidate with the line it was judged against, and how many others are as good. */
export type BenchCandidate = LegCandidate & { readonly lineSeq: string; readonly rivals: number };

/** Payments that together come to the selected lines, and how far the search went. */
export type BenchSets = {
  readonly sets: readonly (readonly LegRow[])[];
  /** How many payments were looked at, and how many near ones were not. */
  readonly lookedAt: number;
  readonly leftOut: number;
  readonly stoppedBy: 'steps' | 'sets' | null;
};

/** The selected lines and what may belong to them. */
export type BenchSelection = {
  readonly lines: readonly LineRow[];
  /** Selected lines that somebody, or a pass, has matched meanwhile. */
  readonly matched: readonly MatchView[];
  /** Those that are free and that nobody dismissed, the strongest first. */
  readonly candidates: readonly BenchCandidate[];
  /** The nearest, also those that have their line already: what "Why not?" is about. */
  readonly near: readonly BenchCandidate[];
  /** Pairs that somebody dismissed, or took apart: not proposed again, and not hidden. */
  readonly dismissed: readonly BenchCandidate[];
  /** Why a single line is not matched, where nothing is near. */
  readonly whyNot: readonly Said[];
  /** `null` where none were looked for. */
  readonly sets: BenchSets | null;
  /** What a search over all free payments found; `null` where nothing was searched for. */
  readonly found: { readonly legs: readonly LegRow[]; readonly hasMore: boolean } | null;
};

/** What takes a deed back: one match, one dismissal, or corrections of lines. */
export type Undo =
  | { readonly what: 'match'; readonly id: string }
  | { readonly what: 'dismissal'; readonly line: string; readonly leg: string }
  | { readonly what: 'corrections'; readonly ids: readonly string[] };

/** One thing that a person decided about lines and payments, or corrected in lines. */
export type LoggedDeed = {
  /** Its own in the log. */
  readonly key: string;
  readonly kind: 'confirmed' | 'refused' | 'undone' | 'reconsidered' | 'corrected' | 'uncorrected';
  readonly madeAt: Date;
  /** The lines it is about, as they are now: those of an import that was undone are gone. */
  readonly lines: readonly {
    readonly seq: string;
    readonly amount: string;
    readonly currency: string;
    readonly text: string;
  }[];
  readonly legCount: number;
  /** What was changed, and why: typed, or a kept sentence. */
  readonly reason: string | null;
  /** `null` where there is nothing left to take back. */
  readonly undo: Undo | null;
};

/** How many payment lines there are, and by whom they are matched; the rest is work. */
export type Progress = {
  readonly accounts: number;
  readonly lines: number;
  readonly byRules: number;
  readonly byPeople: number;
};
