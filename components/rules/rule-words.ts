import type { Translator } from '@/lib/language/catalogue';
import { RAILS } from '@/lib/reconciliation/leg';
import type { Rule, RuleSettings } from '@/lib/reconciliation/match';

/** Rules for which days count: an id that names one payment for good needs none. */
const WITH_WINDOW: readonly Rule[] = ['clave', 'account', 'tax_id', 'similar'];

export function hasWindow(rule: Rule): boolean {
  return WITH_WINDOW.includes(rule);
}

/** What the sentence of a rule is given: on which rails, and within how many days. */
export function sentenceValues(
  { rails, windowDays }: Pick<RuleSettings, 'rails' | 'windowDays'>,
  t: Translator<'rules'>,
  words: Translator<'words'>,
): { readonly rails: string; readonly days: string } {
  const isEvery = rails.length === RAILS.length;
  return {
    rails: isEvery ? t('everyRail') : rails.map((rail) => words(`rail.${rail}`)).join(', '),
    days: t('window', { days: windowDays }),
  };
}
