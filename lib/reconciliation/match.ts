import { z } from 'zod';
import { RAILS } from './leg';

/** The passes, certain before doubtful. A person's own match is pass 0; pass 3 only proposes. */
export const PASSES = [0, 1, 2, 3] as const;
export type Pass = (typeof PASSES)[number];

/**
 * The rules, in the order they run. Pass 1: `e2e`, `clave` (clave de rastreo and amount), `hash` (network and hash,
 * with the aliases of a repost), `return` (return id or original E2E of what came back). Pass 2: `account` and `tax_id`
 * with the exact amount on the local day, only where both sides are unique. Pass 3: `similar`.
 */
export const RULES = ['e2e', 'clave', 'hash', 'return', 'account', 'tax_id', 'similar'] as const;
export type Rule = (typeof RULES)[number];
export const PASS_OF_RULE = {
  e2e: 1,
  clave: 1,
  hash: 1,
  return: 1,
  account: 2,
  tax_id: 2,
  similar: 3,
} as const satisfies Record<Rule, Pass>;

/** What can be set of a rule; every change is a new version with a note. */
export const ruleSettingsSchema = z.object({
  isOn: z.boolean().default(true),
  /** Whether it matches by itself, or only proposes. */
  isAutomatic: z.boolean().default(true),
  /** The rails it looks at. */
  rails: z
    .array(z.enum(RAILS))
    .min(1)
    .default([...RAILS]),
  /** Local days by which line and leg may lie apart. */
  windowDays: z.number().int().min(0).max(30).default(1),
});
export type RuleSettings = z.output<typeof ruleSettingsSchema>;

/** Why a match stands: kept with it for as long as it lives. */
export type MatchEvidence = {
  /** Criteria that agreed, with the value they agreed on. */
  readonly agreed: readonly { readonly criterion: string; readonly value: string }[];
  /** How many others would have fitted as well. */
  readonly rivals: number;
  /** The gap between line and leg in lines that add up to it; empty when there is none. */
  readonly explained: readonly { readonly label: string; readonly amount: string }[];
};

/** Where a leg stands against the bank. */
export const RECONCILED = ['matched', 'expected', 'late', 'exception', 'not_needed'] as const;
export type Reconciled = (typeof RECONCILED)[number];
