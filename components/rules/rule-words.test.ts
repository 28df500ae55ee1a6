import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '@/lib/language/locales';
import { translatorOf } from '@/lib/language/translator';
import { RAILS } from '@/lib/reconciliation/leg';
import { RULES, type Rule, type RuleSettings } from '@/lib/reconciliation/match';
import { sentenceValues } from './rule-words';

const said = (rule: Rule, settings: Pick<RuleSettings, 'rails' | 'windowDays'>, locale: Locale = 'en') => {
  const t = translatorOf(locale, 'rules');
  const values = sentenceValues(settings, t, translatorOf(locale, 'words'));
  return t.markup(`sentence.${rule}`, { ...values, b: (chunks) => chunks });
};

test('a rule reads as a sentence with its rails and its days', () => {
  expect(said('clave', { rails: ['spei'], windowDays: 1 })).toBe(
    'where the clave de rastreo is the same and the amount is exact, or explained to the last digit, on SPEI, within 1 day',
  );
  expect(said('account', { rails: [...RAILS], windowDays: 0 })).toMatch(/on every rail, within the same day$/);
});

test('an id that names one payment for good does not ask for the day', () => {
  expect(said('e2e', { rails: ['pix'], windowDays: 3 })).toMatch(/on PIX, on any day$/);
});

test.each(LOCALES)('every rule names its rails in %s, and its days where they count', (locale) => {
  for (const rule of RULES) {
    const sentence = said(rule, { rails: ['spei'], windowDays: 17 }, locale);
    expect(sentence).toContain('SPEI');
    expect(sentence.includes('17')).toBe(['clave', 'account', 'tax_id', 'similar'].includes(rule));
  }
});
