import type { Rule, RuleSettings } from './match';

/** A rule as it is in force. */
export type RuleVersion = {
  readonly rule: Rule;
  readonly version: number;
  /** From 1, in the order of the passes. */
  readonly position: number;
  readonly settings: RuleSettings;
  readonly note: string | null;
  /** `null`: it came with the desk. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
};
