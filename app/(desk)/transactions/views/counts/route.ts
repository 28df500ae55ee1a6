import { getTranslations } from 'next-intl/server';
import { viewTabs } from '@/components/views/view-tabs';
import { sightOf } from '@/lib/access/rights';
import { viewerFor } from '@/lib/access/session';
import { countMatching } from '@/lib/transactions/count.store';
import { readListQuery } from '@/lib/transactions/filters';
import { viewsOf } from '@/lib/views/view.store';

/** How many payments each view has, by its id; `null` where counting took too long. One after the other: they can wait. */
export async function GET(): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const now = new Date();
  const names = await getTranslations('views');
  const { query } = readListQuery(new URLSearchParams());
  const counts: Record<string, number | null> = {};
  for (const { id, href } of viewTabs(query, await viewsOf(viewer.id, 'transactions'), names)) {
    const search = new URLSearchParams(href.split('?')[1] ?? '');
    counts[id] = await countMatching(sightOf(viewer), readListQuery(search).query.filters, now);
  }
  return Response.json(counts, { headers: { 'cache-control': 'no-store' } });
}
