'use server';

import { revalidatePath } from 'next/cache';
import type { BulkState } from '@/components/bulk/bulk-state';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight, type Viewer } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { log } from '@/lib/log';
import { giveTo, writeNotes } from '@/lib/remark-deeds';
import { LONGEST_NOTE, MAX_REMARKED } from '@/lib/remarks/remark';
import { assignableUsers, type Remarked } from '@/lib/remarks/store';
import { idsMatching } from '@/lib/transactions/count.store';
import { readListQuery } from '@/lib/transactions/filters';

const NOT_DONE = 'It could not be done, and nothing was changed: it is all or nothing. Try again in a moment.';
const TOO_MANY = `At most ${formatCount(MAX_REMARKED)} payments can be changed in one go. Nothing was changed.`;

/** Gives payments to one person, or takes them from everybody: those named by `id`, or all that match `filter`. */
export async function assignPayments(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('remark');
  const owner = String(data.get('owner') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: 'This person cannot be given payments. Nothing was changed.' };
  const by = await byViewer(viewer);
  return run(viewer, data, owner === null ? 'Taken from everybody' : `Given to ${owner}`, (ids) =>
    giveTo(ids, owner, by),
  );
}

/** Writes one note on each of the payments: those named by `id`, or all that match `filter`. */
export async function notePayments(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('remark');
  const text = String(data.get('text') ?? '').trim();
  if (text === '' || text.length > LONGEST_NOTE)
    return { error: `A note has 1 to ${formatCount(LONGEST_NOTE)} characters. Nothing was written.` };
  const by = await byViewer(viewer);
  return run(viewer, data, 'Note added', (ids) => writeNotes(ids, text, by));
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
    log.error({ err: error }, `payments: ${title.toLowerCase()}, failed`);
    return { error: NOT_DONE };
  }
}

async function idsIn(
  sight: Sight,
  data: FormData,
): Promise<{ readonly ids: readonly string[] } | { readonly error: string }> {
  const filter = data.get('filter');
  const ids =
    typeof filter === 'string'
      ? await idsOf(sight, filter)
      : [...new Set(data.getAll('id'))].filter((id) => typeof id === 'string');
  if (ids === null) return { error: 'This filter cannot be read. Nothing was changed.' };
  if (ids.length === 0) return { error: 'No payment was chosen.' };
  return ids.length > MAX_REMARKED ? { error: TOO_MANY } : { ids };
}

/** `null` where the filter holds something unreadable: what is changed must not be wider than what was meant. */
async function idsOf(sight: Sight, filter: string): Promise<string[] | null> {
  const { query, problems } = readListQuery(new URLSearchParams(filter));
  return problems.length > 0 ? null : idsMatching(sight, query.filters, new Date(), MAX_REMARKED + 1);
}
