import { useTranslations } from 'next-intl';
import type { Rule, RuleSettings } from '@/lib/reconciliation/match';
import { sentenceValues } from './rule-words';

type Props = { readonly rule: Rule; readonly settings: Pick<RuleSettings, 'rails' | 'windowDays'> };

/** What a rule asks for, as a sentence; what can be set, or is compared, stands out. */
export function RuleSentence({ rule, settings }: Props) {
  const t = useTranslations('rules');
  const words = useTranslations('words');
  return t.rich(`sentence.${rule}`, {
    ...sentenceValues(settings, t, words),
    b: (chunks) => <strong className="font-medium text-ink">{chunks}</strong>,
  });
}
