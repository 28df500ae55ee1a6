import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { CandidateList } from '@/components/support/candidate-list';
import { NothingFound } from '@/components/support/nothing-found';
import { SupportSearch } from '@/components/support/support-search';
import { Alert } from '@/components/ui/alert';
import { requireRight, type Viewer } from '@/lib/access/session';
import { classify } from '@/lib/identifiers/classify';
import { displayRegion, displayZone } from '@/lib/preferences';
import { readKeptSearch } from '@/lib/search-kept.store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { findForSupport } from '@/lib/support-search';
import { askSupport } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('support');
  return { title: t('title') };
}

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Where Support finds one payment: a search and nothing else, no list and no total. */
export default async function SupportPage({ searchParams }: Props) {
  const viewer = await requireRight('ask');
  const t = await getTranslations('support');
  const params = toSearch(await searchParams);
  const problem = params.get('problem');
  const token = params.get('t');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="max-w-4xl space-y-5">
        <SupportSearch ask={askSupport} />
        {problem === 'oneValue' && <Alert tone="caution" role="alert" title={t('search.oneValue')} />}
        {problem === 'tooLong' && <Alert tone="caution" role="alert" title={t('search.tooLong')} />}
        {token !== null && <Result viewer={viewer} token={token} />}
      </div>
    </>
  );
}

async function Result({ viewer, token }: { readonly viewer: Viewer; readonly token: string }) {
  const t = await getTranslations('support');
  const text = await readKeptSearch(viewer.id, token, new Date());
  if (text === null) return <Alert tone="caution" title={t('search.forgotten')} />;
  const { found, count } = await findForSupport(text);
  const reader = { zone: await displayZone(), region: await displayRegion() };
  if (count > 0) return <CandidateList found={found} count={count} reader={reader} />;
  return <NothingFound readings={classify(text)} />;
}
