import { type Said, said } from '@/lib/language/said';
import { PASSES, type Pass, RULES, type Rule } from './match';
import { DEFAULT_VIEW_LIMIT, MAX_VIEW_LIMIT, type Problem } from './view-query';

/** What a list of matches is narrowed to. */
export type MatchQuery = {
  readonly pass: Pass | null;
  readonly rule: Rule | 'hand' | null;
  /** Standing ones only, undone ones only, or both. */
  readonly undone: boolean | null;
  readonly limit: number;
  /** The number of the last match of the page before; the latest come first. */
  readonly before: string | null;
};

export const RULE_WORDS: readonly (Rule | 'hand')[] = [...RULES, 'hand'];

/** Reads a query string. Never throws; what it does not know is a problem too. */
export function readMatchQuery(search: URLSearchParams): { query: MatchQuery; problems: Problem[] } {
  const problems: Problem[] = [];
  const take = <T>(parameter: string, read: (word: string) => T | undefined, message: Said): T | null => {
    const word = search.get(parameter)?.trim();
    if (!word) return null;
    const value = read(word);
    if (value === undefined) problems.push({ parameter, message });
    return value ?? null;
  };
  for (const parameter of new Set(search.keys()))
    if (!PARAMETERS.includes(parameter)) problems.push({ parameter, message: said('reconciliation.problem.unknown') });
  const query = {
    pass: take('pass', passOf, oneOf(PASSES)),
    rule: take('rule', (word) => RULE_WORDS.find((rule) => rule === word), oneOf(RULE_WORDS)),
    undone: take('undone', (word) => BOOLEANS.get(word), said('reconciliation.problem.eitherFlag')),
    limit:
      take('limit', limitOf, said('reconciliation.problem.number', { most: MAX_VIEW_LIMIT })) ?? DEFAULT_VIEW_LIMIT,
    before: take(
      'cursor',
      (word) => (/^\d{1,18}$/.test(word) ? word : undefined),
      said('reconciliation.problem.cursor'),
    ),
  };
  return { query, problems };
}

function oneOf(words: readonly (string | number)[]): Said {
  return said('reconciliation.problem.oneOf', { words: words.join(', ') });
}

const PARAMETERS = ['pass', 'rule', 'undone', 'limit', 'cursor'];
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function passOf(word: string): Pass | undefined {
  return PASSES.find((pass) => String(pass) === word);
}

function limitOf(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= MAX_VIEW_LIMIT ? Number(word) : undefined;
}
