import { CircleCheck, CircleOff, Lightbulb, Zap } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { PASS_OF_RULE, PASSES } from '@/lib/reconciliation/match';
import type { RuleScore } from '@/lib/reconciliation/rule-score';
import type { RuleVersion } from '@/lib/reconciliation/rule-version';
import { RuleSentence } from './rule-sentence';
import { RULE_WORDS } from './rule-words';

type Props = { readonly rules: readonly RuleVersion[]; readonly scores: readonly RuleScore[] };

/** The rules in their order, each with what it asks for and how it did. */
export function RuleTable({ rules, scores }: Props) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">The rules, in the order they run</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
          <th scope="col">
            <span aria-hidden>#</span>
            <span className="sr-only">Place</span>
          </th>
          <th scope="col">Rule</th>
          <th scope="col">How it works</th>
          <th scope="col">Version</th>
          <th scope="col" className="text-right" title="Matches it made in the last 30 days">
            Matches, 30 d
          </th>
          <th scope="col" className="text-right" title="How many of its matches people undid in the last 30 days">
            Undone, 30 d
          </th>
          <th scope="col">
            <span className="sr-only">Actions</span>
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
  const { rule, position, version, settings } = one;
  return (
    <tr className="border-b border-line align-top last:border-0 [&>td]:px-3 [&>td]:py-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td className="text-ink-2 tabular-nums">{position}</td>
      <th scope="row" className="max-w-md px-3 py-2.5 text-left font-normal">
        <Link href={ruleHref(rule)} className="font-medium hover:underline">
          {RULE_WORDS[rule].label}
        </Link>
        <p className="text-xs text-ink-2">
          <RuleSentence rule={rule} settings={settings} />
        </p>
      </th>
      <td>
        <span className="flex flex-wrap gap-1">
          <Badge>{PASSES[PASS_OF_RULE[rule]]}</Badge>
          {settings.isAutomatic ? (
            <Badge icon={Zap} tone="progress" title="It matches by itself">
              Automatic
            </Badge>
          ) : (
            <Badge icon={Lightbulb} title="It proposes in the workbench, and never matches by itself">
              Only proposes
            </Badge>
          )}
          {settings.isOn ? (
            <Badge icon={CircleCheck} tone="positive">
              On
            </Badge>
          ) : (
            <Badge icon={CircleOff} tone="caution">
              Off
            </Badge>
          )}
        </span>
      </td>
      <td className="tabular-nums">{version}</td>
      <td className="text-right tabular-nums">{formatCount(score?.matches ?? 0)}</td>
      <td className="text-right tabular-nums">{formatCount(score?.undone ?? 0)}</td>
      <td className="text-right">
        <ButtonLink href={ruleHref(rule)} size="small" aria-label={`Edit ${RULE_WORDS[rule].label}`}>
          Edit
        </ButtonLink>
      </td>
    </tr>
  );
}

function ruleHref(rule: string): string {
  return `/reconciliation/rules/${rule}`;
}
