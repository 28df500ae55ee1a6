import type { Rule } from './match';

/** How a rule did of late. */
export type RuleScore = {
  readonly rule: Rule;
  /** Matches it made that were kept by a run. */
  readonly matches: number;
  /** Of its matches, however old, those that people undid. */
  readonly undone: number;
};
export const SCORED_DAYS = 30;
