import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { RuleForm } from '@/components/rules/rule-form';
import { RuleHistory } from '@/components/rules/rule-history';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { PASS_OF_RULE, RULES } from '@/lib/reconciliation/match';
import { ruleHistory, rulesInForce } from '@/lib/reconciliation/rule.store';
import { changeRule } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('rule') };
}

type Props = { readonly params: Promise<{ readonly rule: string }> };

/** One rule: what it asks for, as a sentence that can be changed, and every version it had. */
export default async function RulePage({ params }: Props) {
  await requireRight('browse');
  const asked = (await params).rule;
  const rule = RULES.find((known) => known === asked);
  if (!rule) notFound();
  const t = await getTranslations('rules');
  const [inForce, zone] = await Promise.all([rulesInForce(), displayZone()]);
  const current = inForce.find((one) => one.rule === rule);
  if (!current) notFound();
  const versions = await ruleHistory(rule);
  return (
    <Messages rooms={['rules']}>
      <PageHeader
        title={t(`label.${rule}`)}
        description={t(`place.${PASS_OF_RULE[rule]}`, { position: current.position })}
        back={{ href: '/reconciliation/rules', label: t('title') }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SectionCard title={t('history.theRule')} description={t('history.current', { version: current.version })}>
          <RuleForm rule={rule} settings={current.settings} action={changeRule} />
        </SectionCard>
        <SectionCard title={t('history.title')}>
          <RuleHistory versions={versions} zone={zone} />
        </SectionCard>
      </div>
    </Messages>
  );
}
