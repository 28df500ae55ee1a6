import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { RuleForm } from '@/components/rules/rule-form';
import { RuleHistory } from '@/components/rules/rule-history';
import { RULE_WORDS } from '@/components/rules/rule-words';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { PASS_OF_RULE, PASSES, RULES } from '@/lib/reconciliation/match';
import { ruleHistory, rulesInForce } from '@/lib/reconciliation/rule.store';
import { changeRule } from '../actions';

export const metadata: Metadata = { title: 'Rule' };

type Props = { readonly params: Promise<{ readonly rule: string }> };

/** One rule: what it asks for, as a sentence that can be changed, and every version it had. */
export default async function RulePage({ params }: Props) {
  await requireRight('browse');
  const asked = (await params).rule;
  const rule = RULES.find((known) => known === asked);
  if (!rule) notFound();
  const [inForce, zone] = await Promise.all([rulesInForce(), displayZone()]);
  const current = inForce.find((one) => one.rule === rule);
  if (!current) notFound();
  const versions = await ruleHistory(rule);
  return (
    <>
      <PageHeader
        title={RULE_WORDS[rule].label}
        description={`Rule ${current.position}, ${PASSES[PASS_OF_RULE[rule]].toLowerCase()}`}
        back={{ href: '/reconciliation/rules', label: 'Rules and runs' }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SectionCard title="The rule" description={`Version ${current.version} is in force`}>
          <RuleForm rule={rule} settings={current.settings} action={changeRule} />
        </SectionCard>
        <SectionCard title="Versions">
          <RuleHistory versions={versions} zone={zone} />
        </SectionCard>
      </div>
    </>
  );
}
