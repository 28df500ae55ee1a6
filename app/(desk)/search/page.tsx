import { Clock } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Says } from '@/components/language/says';
import { PageHeader } from '@/components/layout/page-header';
import { columnFile } from '@/components/search/column-file';
import { ColumnForm } from '@/components/search/column-form';
import { ColumnResultTable } from '@/components/search/column-result';
import { NearResults } from '@/components/search/near-results';
import { NoHit } from '@/components/search/no-hit';
import { ReadingPanel } from '@/components/search/reading-panel';
import { SearchHelp } from '@/components/search/search-help';
import type { SearchAddress } from '@/components/search/search-href';
import { SearchResults } from '@/components/search/search-results';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { type Sight, sightOf } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { requireRight, type Viewer } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { search, searchGroup, searchNear } from '@/lib/search';
import { searchColumn } from '@/lib/search-column';
import { countOf, isSearchGroup } from '@/lib/search-groups';
import { readKeptSearch } from '@/lib/search-kept.store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { shownReadings } from '@/lib/search-readings';
import { isPrivate, readAsked } from '@/lib/search-text';
import { findUnrecognised } from '@/lib/search-unread.store';
import { askSearch } from './actions';
import { addressOfSearch } from './address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('title') };
}

/** Of each group, beside the others and on its own page. */
const SHOWN = 10;
const PAGE = 50;

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Finds a payment by anything it is known under, and says which field hit. */
export default async function SearchPage({ searchParams }: Props) {
  const viewer = await requireRight('ask');
  const params = toSearch(await searchParams);
  const address = addressOf(params);
  const typed = await typedText(viewer, params);
  const t = await getTranslations('search');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        {typed === null ? <Forgotten /> : <Answer typed={typed} address={address} sight={sightOf(viewer)} />}
      </div>
    </>
  );
}

function addressOf(params: URLSearchParams): SearchAddress {
  const token = params.get('t');
  const group = params.get('group');
  return {
    asked: token === null ? { q: params.get('q') ?? '' } : { t: token },
    as: params.get('as'),
    group: isSearchGroup(group) ? group : null,
    after: params.get('after'),
  };
}

/** What was typed; `null` when it is no longer kept. An account number in an address moves out of it. */
async function typedText(viewer: Viewer, params: URLSearchParams): Promise<string | null> {
  const token = params.get('t');
  if (token !== null) return readKeptSearch(viewer.id, token, new Date());
  const typed = params.get('q') ?? '';
  if (isPrivate(typed)) redirect(await addressOfSearch(viewer, typed));
  return typed;
}

type AnswerProps = { readonly typed: string; readonly address: SearchAddress; readonly sight: Sight };

function Answer({ typed, address, sight }: AnswerProps) {
  const asked = readAsked(typed);
  if (asked.kind === 'one') return <Found text={asked.text} address={address} sight={sight} />;
  if (asked.kind === 'column') return <Column values={asked.values} sight={sight} />;
  return (
    <>
      {asked.kind === 'refused' && <Alert tone="caution" title={<Says said={asked.message} />} role="alert" />}
      <ColumnForm ask={askSearch} />
      <SearchHelp />
    </>
  );
}

type FoundProps = { readonly text: string; readonly address: SearchAddress; readonly sight: Sight };

async function Found({ text, address, sight }: FoundProps) {
  const t = await getTranslations('search');
  const { as: kind = null, group, after = null } = address;
  const [groups, zone] = await Promise.all([
    group ? searchGroup(sight, text, group, { kind, after, limit: PAGE }) : search(sight, text, { kind, limit: SHOWN }),
    displayZone(),
  ]);
  const readings = shownReadings(sight, text);
  const shown = seen(sight, text);
  const isNothing = countOf(groups) === 0;
  // A new search is a new page: focus and scroll start over.
  return (
    <div key={shown} className="space-y-5">
      <ReadingPanel text={shown} readings={readings} address={address} />
      <SearchResults groups={groups} typed={shown} zone={zone} address={address} />
      {isNothing && <NoHit readings={readings} unrecognised={await findUnrecognised(sight, text)} />}
      {!group && (
        <Suspense fallback={<p className="text-sm text-ink-2">{t('looking')}</p>}>
          <Near text={text} kind={kind} sight={sight} />
        </Suspense>
      )}
    </div>
  );
}

type NearProps = { readonly text: string; readonly kind: string | null; readonly sight: Sight };

async function Near({ text, kind, sight }: NearProps) {
  const [near, zone] = await Promise.all([searchNear(sight, text, { kind, ways: 'all' }), displayZone()]);
  return <NearResults near={near} typed={seen(sight, text)} zone={zone} />;
}

async function Column({ values, sight }: { readonly values: readonly string[]; readonly sight: Sight }) {
  const rows = await searchColumn(sight, values);
  const file = columnFile(rows, { t: await getTranslations('search'), words: await getTranslations('words') });
  return (
    <>
      <ColumnResultTable rows={rows} file={file} />
      <ColumnForm ask={askSearch} values={seen(sight, values)} />
    </>
  );
}

function Forgotten() {
  const t = useTranslations('search');
  return (
    <>
      <Card>
        <EmptyState icon={Clock} title={t('forgotten.title')} className="py-10">
          {t('forgotten.body')}
        </EmptyState>
      </Card>
      <SearchHelp />
    </>
  );
}
