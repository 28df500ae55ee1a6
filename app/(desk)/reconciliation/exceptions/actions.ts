'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { BulkState } from '@/components/bulk/bulk-state';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { type Said, said, spoken } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';
import { log } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import { isBulkResolution, MAX_WORKED, type Worked } from '@/lib/reconciliation/exception-work';
import { assignExceptions, noteExceptions } from '@/lib/reconciliation/exception-work.store';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { assignableUsers } from '@/lib/remarks/store';
import { resolveAll } from '@/lib/resolve-exceptions';

/** Gives the chosen exceptions to one person, or takes them from everybody. */
export async function assignChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const owner = String(data.get('owner') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: t('error.person') };
  const address = await askedFrom();
  const title = owner === null ? said('exceptions.bulk.taken') : said('exceptions.bulk.given', { owner });
  return run(data, title, (ids) => assignExceptions(ids, owner, viewer.email, address));
}

/** Writes one note on each of the chosen exceptions. */
export async function noteChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const text = textOf(data, 'text');
  if (text === null) return { error: t('error.note', { most: LONGEST_NOTE }) };
  const address = await askedFrom();
  return run(data, said('exceptions.bulk.noted'), (ids) => noteExceptions(ids, text, viewer.email, address));
}

/** Resolves the chosen exceptions with one reason and one remark. */
export async function resolveChosen(_before: BulkState, data: FormData): Promise<BulkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const resolution = String(data.get('resolution') ?? '');
  const remark = textOf(data, 'remark');
  if (!isBulkResolution(resolution)) return { error: t('error.why') };
  if (remark === null) return { error: t('error.remarkWhy', { most: LONGEST_NOTE }) };
  const address = await askedFrom();
  const says = await getTranslations('reasons');
  const title = said('exceptions.bulk.resolved', { reason: says(`resolution.${resolution}`).toLowerCase() });
  return run(data, title, (ids) => resolveAll(ids, { resolution, remark }, viewer.email, address));
}

function textOf(data: FormData, name: string): string | null {
  const text = String(data.get(name) ?? '').trim();
  const isStorable = text.isWellFormed() && !text.includes('\u0000');
  return text !== '' && text.length <= LONGEST_NOTE && isStorable ? text : null;
}

async function run(
  data: FormData,
  title: Said,
  work: (ids: readonly string[]) => Promise<readonly Worked[]>,
): Promise<BulkState> {
  const t = await getTranslations('exceptions');
  const ids = [...new Set(data.getAll('id'))].filter((id) => typeof id === 'string');
  if (ids.length === 0) return { error: t('error.none') };
  if (ids.length > MAX_WORKED) return { error: t('error.most', { most: MAX_WORKED }) };
  try {
    const worked = await work(ids);
    revalidatePath('/reconciliation', 'layout');
    const reader = await displayReader();
    const rows = worked.map(({ why, ...row }) => ({ ...row, ...(why && { why: spoken(why, reader) }) }));
    return { title: spoken(title, reader), rows };
  } catch (error) {
    log.error({ err: error }, `exceptions: ${inEnglish(title).toLowerCase()}, failed`);
    return { error: t('error.broken') };
  }
}
