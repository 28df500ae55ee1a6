'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { BulkState } from '@/components/bulk/bulk-state';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight, type Viewer } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { log } from '@/lib/log';
import { displayRegion } from '@/lib/preferences';
import { giveTo, writeNotes } from '@/lib/remark-deeds';
import { LONGEST_NOTE, MAX_REMARKED } from '@/lib/remarks/remark';
import { assignableUsers, type Remarked } from '@/lib/remarks/store';
import { idsMatching } from '@/lib/transactions/count.store';
import { readListQuery } from '@/lib/transactions/filters';

/** Gives payments to one person, or takes them from everybody: those named by `id`, or all that match `filter`. */
export async function assignPayments(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('remarks');
  const owner = String(data.get('owner') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: t('problem.noOwner') };
  const by = await byViewer(viewer);
  const title = owner === null ? t('taken') : t('given', { owner });
  return run(viewer, data, title, (ids) => giveTo(ids, owner, by));
}

/** Writes one note on each of the payments: those named by `id`, or all that match `filter`. */
export async function notePayments(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('remarks');
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: t('problem.lengthOfAll', { most: formatCount(LONGEST_NOTE, await displayRegion()) }) };
  const by = await byViewer(viewer);
  return run(viewer, data, t('note.added'), (ids) => writeNotes(ids, text, by));
}

async function run(
  viewer: Viewer,
  data: FormData,
  title: string,
  work: (ids: readonly string[]) => Promise<Remarked[]>,
): Promise<BulkState> {
  try {
    const ids = await idsIn(sightOf(viewer), data);
    if ('error' in ids) return ids;
    const rows = await work(ids.ids);
    revalidatePath('/refunds');
    revalidatePath('/transactions');
    return { title, rows };
  } catch (error) {
    log.error({ err: error }, 'payments: a change to many failed');
    const t = await getTranslations('remarks');
    return { error: t('problem.notDone') };
  }
}

async function idsIn(
  sight: Sight,
  data: FormData,
): Promise<{ readonly ids: readonly string[] } | { readonly error: string }> {
  const t = await getTranslations('remarks');
  const filter = data.get('filter');
  const ids =
    typeof filter === 'string'
      ? await idsOf(sight, filter)
      : [...new Set(data.getAll('id'))].filter((id) => typeof id === 'string');
  if (ids === null) return { error: t('problem.filter') };
  if (ids.length === 0) return { error: t('problem.none') };
  if (ids.length <= MAX_REMARKED) return { ids };
  return { error: t('problem.tooMany', { most: formatCount(MAX_REMARKED, await displayRegion()) }) };
}

/** `null` where the filter holds something unreadable: what is changed must not be wider than what was meant. */
async function idsOf(sight: Sight, filter: string): Promise<string[] | null> {
  const { query, problems } = readListQuery(new URLSearchParams(filter));
  return problems.length > 0 ? null : idsMatching(sight, query.filters, new Date(), MAX_REMARKED + 1);
}
