import { Clock } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
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
import { requireRight, type Viewer } from '@/lib/access/session';
import { classify } from '@/lib/identifiers/classify';
import { displayZone } from '@/lib/preferences';
import { search, searchGroup, searchNear } from '@/lib/search';
import { searchColumn } from '@/lib/search-column';
import { countOf, isSearchGroup } from '@/lib/search-groups';
import { readKeptSearch } from '@/lib/search-kept.store';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { isPrivate, readAsked } from '@/lib/search-text';
import { findUnrecognised } from '@/lib/search-unread.store';
import { askSearch } from './actions';
import { addressOfSearch } from './address';

export const metadata: Metadata = { title: 'Search' };

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
  return (
    <>
      <PageHeader title="Search" description="Any reference or identifier of a payment" />
      <div className="space-y-5">{typed === null ? <Forgotten /> : <Answer typed={typed} address={address} />}</div>
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

function Answer({ typed, address }: { readonly typed: string; readonly address: SearchAddress }) {
  const asked = readAsked(typed);
  if (asked.kind === 'one') return <Found text={asked.text} address={address} />;
  if (asked.kind === 'column') return <Column values={asked.values} />;
  return (
    <>
      {asked.kind === 'refused' && <Alert tone="caution" title={asked.message} role="alert" />}
      <ColumnForm ask={askSearch} />
      <SearchHelp />
    </>
  );
}

type FoundProps = { readonly text: string; readonly address: SearchAddress };

async function Found({ text, address }: FoundProps) {
  const { as: kind = null, group, after = null } = address;
  const [groups, zone] = await Promise.all([
    group ? searchGroup(text, group, { kind, after, limit: PAGE }) : search(text, { kind, limit: SHOWN }),
    displayZone(),
  ]);
  const readings = classify(text);
  const isNothing = countOf(groups) === 0;
  // A new search is a new page: focus and scroll start over.
  return (
    <div key={text} className="space-y-5">
      <ReadingPanel text={text} readings={readings} address={address} />
      <SearchResults groups={groups} typed={text} zone={zone} address={address} />
      {isNothing && <NoHit readings={readings} unrecognised={await findUnrecognised(text)} />}
      {!group && (
        <Suspense fallback={<p className="text-sm text-ink-2">Looking for values like it…</p>}>
          <Near text={text} kind={kind} />
        </Suspense>
      )}
    </div>
  );
}

async function Near({ text, kind }: { readonly text: string; readonly kind: string | null }) {
  const [near, zone] = await Promise.all([searchNear(text, { kind, ways: 'all' }), displayZone()]);
  return <NearResults near={near} typed={text} zone={zone} />;
}

async function Column({ values }: { readonly values: readonly string[] }) {
  const rows = await searchColumn(values);
  return (
    <>
      <ColumnResultTable rows={rows} file={columnFile(rows)} />
      <ColumnForm ask={askSearch} values={values} />
    </>
  );
}

function Forgotten() {
  return (
    <>
      <Card>
        <EmptyState icon={Clock} title="This search is no longer kept" className="py-10">
          Tax ids, account numbers and pasted columns stand in no address. They are kept for an hour, for the person who
          typed them: search again.
        </EmptyState>
      </Card>
      <SearchHelp />
    </>
  );
}
