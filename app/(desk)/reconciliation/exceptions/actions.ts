'use server';

import { revalidatePath } from 'next/cache';
import type { BulkState } from '@/components/bulk/bulk-state';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { log } from '@/lib/log';
import { isBulkResolution, MAX_WORKED, type Worked } from '@/lib/reconciliation/exception-work';
import { assignExceptions, noteExceptions } from '@/lib/reconciliation/exception-work.store';
import { RESOLUTIONS } from '@/lib/reconciliation/reason';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { assignableUsers } from '@/lib/remarks/store';
import { resolveAll } from '@/lib/resolve-exceptions';

const NOT_DONE = 'It broke off. Load the page again to see how far it came, and try the rest once more.';

/** Gives the chosen exceptions to one person, or takes them from everybody. */
export async function assignChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const owner = String(data.get('owner') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: 'This person cannot be given exceptions. Nothing was changed.' };
  const address = await askedFrom();
  return run(data, owner === null ? 'Taken from everybody' : `Given to ${owner}`, (ids) =>
    assignExceptions(ids, owner, viewer.email, address),
  );
}

/** Writes one note on each of the chosen exceptions. */
export async function noteChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const text = textOf(data, 'text');
  if (text === null) return { error: `A note has 1 to ${formatCount(LONGEST_NOTE)} characters. Nothing was written.` };
  const address = await askedFrom();
  return run(data, 'Note added', (ids) => noteExceptions(ids, text, viewer.email, address));
}

/** Resolves the chosen exceptions with one reason and one remark. */
export async function resolveChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const resolution = String(data.get('resolution') ?? '');
  const remark = textOf(data, 'remark');
  if (!isBulkResolution(resolution)) return { error: 'Choose why they are resolved. Nothing was changed.' };
  if (remark === null)
    return { error: `A remark of 1 to ${formatCount(LONGEST_NOTE)} characters says why. Nothing was changed.` };
  const address = await askedFrom();
  return run(data, `Resolved: ${RESOLUTIONS[resolution].toLowerCase()}`, (ids) =>
    resolveAll(ids, { resolution, remark }, viewer.email, address),
  );
}

function textOf(data: FormData, name: string): string | null {
  const text = String(data.get(name) ?? '').trim();
  const isStorable = text.isWellFormed() && !text.includes('\u0000');
  return text !== '' && text.length <= LONGEST_NOTE && isStorable ? text : null;
}

async function run(
  data: FormData,
  title: string,
  work: (ids: readonly string[]) => Promise<readonly Worked[]>,
): Promise<BulkState> {
  const ids = [...new Set(data.getAll('id'))].filter((id) => typeof id === 'string');
  if (ids.length === 0) return { error: 'No exception was chosen.' };
  if (ids.length > MAX_WORKED)
    return { error: `At most ${formatCount(MAX_WORKED)} exceptions can be changed in one go. Nothing was changed.` };
  try {
    const rows = await work(ids);
    revalidatePath('/reconciliation', 'layout');
    return { title, rows };
  } catch (error) {
    log.error({ err: error }, `exceptions: ${title.toLowerCase()}, failed`);
    return { error: NOT_DONE };
  }
}
