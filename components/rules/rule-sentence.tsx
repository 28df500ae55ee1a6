import type { Rule, RuleSettings } from '@/lib/reconciliation/match';
import { sentenceOf } from './rule-words';

type Props = { readonly rule: Rule; readonly settings: Pick<RuleSettings, 'rails' | 'windowDays'> };

/** What a rule asks for, as a sentence. */
export function RuleSentence({ rule, settings }: Props) {
  return sentenceOf(rule, settings).map(({ text, isStrong }, at) =>
    isStrong ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence, in its order
      <strong key={at} className="font-medium text-ink">
        {text}
      </strong>
    ) : (
      text
    ),
  );
}
