import { CircleCheck, CircleOff, Lightbulb, Zap } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { PASS_OF_RULE } from '@/lib/reconciliation/match';
import type { RuleScore } from '@/lib/reconciliation/rule-score';
import type { RuleVersion } from '@/lib/reconciliation/rule-version';
import { RuleSentence } from './rule-sentence';

type Props = { readonly rules: readonly RuleVersion[]; readonly scores: readonly RuleScore[] };

/** The rules in their order, each with what it asks for and how it did. */
export function RuleTable({ rules, scores }: Props) {
  const t = useTranslations('rules');
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
          <th scope="col">
            <span aria-hidden>#</span>
            <span className="sr-only">{t('table.place')}</span>
          </th>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('table.how')}</th>
          <th scope="col">{t('table.version')}</th>
          <th scope="col" className="text-right" title={t('table.matchesTitle')}>
            {t('table.matches')}
          </th>
          <th scope="col" className="text-right" title={t('table.undoneTitle')}>
            {t('table.undone')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('table.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((one) => (
          <Row key={one.rule} one={one} score={scores.find(({ rule }) => rule === one.rule)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one, score }: { readonly one: RuleVersion; readonly score: RuleScore | undefined }) {
  const t = useTranslations('rules');
  const region = useRegion();
  const { rule, position, version, settings } = one;
  return (
    <tr className="border-b border-line align-top last:border-0 [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td className="text-ink-2 tabular-nums">{position}</td>
      <th scope="row" className="max-w-md px-3 py-2.5 text-left font-normal">
        <Link href={ruleHref(rule)} className="font-medium hover:underline">
          {t(`label.${rule}`)}
        </Link>
        <p className="text-xs text-ink-2">
          <RuleSentence rule={rule} settings={settings} />
        </p>
      </th>
      <td>
        <span className="flex flex-wrap gap-1">
          <Badge>{t(`pass.${PASS_OF_RULE[rule]}`)}</Badge>
          {settings.isAutomatic ? (
            <Badge icon={Zap} tone="progress" title={t('table.automaticTitle')}>
              {t('table.automatic')}
            </Badge>
          ) : (
            <Badge icon={Lightbulb} title={t('table.onlyProposesTitle')}>
              {t('table.onlyProposes')}
            </Badge>
          )}
          {settings.isOn ? (
            <Badge icon={CircleCheck} tone="positive">
              {t('table.on')}
            </Badge>
          ) : (
            <Badge icon={CircleOff} tone="caution">
              {t('table.off')}
            </Badge>
          )}
        </span>
      </td>
      <td className="tabular-nums">{version}</td>
      <td className="text-right tabular-nums">{formatCount(score?.matches ?? 0, region)}</td>
      <td className="text-right tabular-nums">{formatCount(score?.undone ?? 0, region)}</td>
      <td className="text-right">
        <ButtonLink href={ruleHref(rule)} size="small" aria-label={t('table.editOf', { rule: t(`label.${rule}`) })}>
          {t('table.edit')}
        </ButtonLink>
      </td>
    </tr>
  );
}

function ruleHref(rule: string): string {
  return `/reconciliation/rules/${rule}`;
}
