import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ReadingPanel } from '@/components/search/reading-panel';
import { SearchHelp } from '@/components/search/search-help';
import { SearchResults } from '@/components/search/search-results';
import { Alert } from '@/components/ui/alert';
import { requireViewer } from '@/lib/access/session';
import { formatCount } from '@/lib/format';
import { classify } from '@/lib/identifiers/classify';
import { displayZone } from '@/lib/preferences';
import { MAX_QUERY_LENGTH, search } from '@/lib/search';
import { type PageSearchParams, toSearch } from '@/lib/search-params';

export const metadata: Metadata = { title: 'Search' };

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Finds a payment by anything it is known under, and says which field hit. */
export default async function SearchPage({ searchParams }: Props) {
  await requireViewer();
  const text =
    toSearch(await searchParams)
      .get('q')
      ?.trim() ?? '';
  return (
    <>
      <PageHeader title="Search" description="Any reference or identifier of a payment" />
      <div className="space-y-5">
        {text === '' ? (
          <SearchHelp />
        ) : text.length > MAX_QUERY_LENGTH ? (
          <TooLong length={text.length} />
        ) : (
          <Found text={text} />
        )}
      </div>
    </>
  );
}

async function Found({ text }: { readonly text: string }) {
  const [{ exact, near }, zone] = await Promise.all([search(text), displayZone()]);
  return (
    <>
      <ReadingPanel text={text} readings={classify(text)} />
      {/* A new search is a new page: focus and scroll start over. */}
      <SearchResults key={text} exact={exact} near={near} typed={text} zone={zone} />
    </>
  );
}

function TooLong({ length }: { readonly length: number }) {
  return (
    <>
      <Alert
        tone="caution"
        title={`That is ${formatCount(length)} characters; no identifier is longer than ${MAX_QUERY_LENGTH}`}
      >
        Nothing was searched. Paste one identifier at a time.
      </Alert>
      <SearchHelp />
    </>
  );
}
