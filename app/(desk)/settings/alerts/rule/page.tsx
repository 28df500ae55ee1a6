import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RuleForm } from '@/components/alerts/rule-form';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { USUAL } from '@/lib/alerts/rule';
import { readChannels, readRule } from '@/lib/alerts/rule.store';
import { assignableUsers } from '@/lib/remarks/store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { saveRule } from '../rule-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts');
  return { title: t('rule.title') };
}

/** Adds a rule (`?kind=`), or changes one (`?id=`). */
export default async function RulePage({ searchParams }: { readonly searchParams: Promise<PageSearchParams> }) {
  await requireRight('configure');
  const search = toSearch(await searchParams);
  const id = search.get('id');
  const rule = id && /^[0-9a-f-]{36}$/.test(id) ? await readRule(id) : null;
  const watch = rule ?? (id === null ? USUAL.find(({ kind }) => kind === search.get('kind')) : undefined);
  if (!watch) notFound();
  const [t, channels, people] = await Promise.all([getTranslations('alerts'), readChannels(), assignableUsers()]);
  return (
    <SectionCard title={rule ? rule.name : t('rule.title')} description={t(`kind.${watch.kind}`)} className="max-w-2xl">
      <RuleForm watch={watch} rule={rule} channels={channels} people={people} action={saveRule} />
    </SectionCard>
  );
}
