'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { WorkState } from '@/components/exceptions/resolve-form';
import type { RemarkState } from '@/components/remarks/remark-state';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { formatMoney, typedAmount } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import { keptText, said, spoken } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';
import { compare } from '@/lib/money';
import { displayRegion } from '@/lib/preferences';
import { displayReader } from '@/lib/reader';
import { readException } from '@/lib/reconciliation/exception-view.store';
import { isBulkResolution, type Worked } from '@/lib/reconciliation/exception-work';
import {
  assignExceptions,
  noteExceptions,
  reopenException,
  waitWithException,
} from '@/lib/reconciliation/exception-work.store';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { assignableUsers } from '@/lib/remarks/store';
import { resolveAll } from '@/lib/resolve-exceptions';
import { isCalendarDate } from '@/lib/time-zones';

/** Gives an exception to one person, or takes it from everybody. */
export async function assignException(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const owner = String(data.get('assignee') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: t('error.person') };
  return answerTo(await assignExceptions([idOf(data)], owner, viewer.email, await askedFrom()));
}

/** Writes a note on an exception. */
export async function noteException(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const text = textOf(data, 'text');
  if (!isText(text)) return { error: t('error.remark', { most: LONGEST_NOTE }), text };
  return answerTo(await noteExceptions([idOf(data)], text, viewer.email, await askedFrom()));
}

/** Explains what remains, ignores it, or puts it aside until a day. */
export async function resolveException(_before: WorkState, data: FormData): Promise<WorkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const [id, how, remark] = [idOf(data), String(data.get('how') ?? ''), textOf(data, 'remark')];
  if (!isText(remark)) return { error: t('error.remark', { most: LONGEST_NOTE }), remark };
  if (how === 'wait') return { ...(await wait(id, data, { remark, by: viewer.email }, t)), remark };
  if (!isBulkResolution(how)) return { error: t('error.how'), remark };
  const problem = how === 'ignored' ? null : await amountProblem(id, textOf(data, 'amount'), t);
  if (problem) return { error: problem, remark };
  return answerTo(await resolveAll([id], { resolution: how, remark }, viewer.email, await askedFrom()), remark);
}

/** Opens an exception again. */
export async function reopen(_before: WorkState, data: FormData): Promise<WorkState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('exceptions');
  const remark = textOf(data, 'remark');
  if (!isText(remark)) return { error: t('error.remark', { most: LONGEST_NOTE }), remark };
  return answerTo(await reopenException(idOf(data), remark, viewer.email, await askedFrom()), remark);
}

async function wait(
  id: string,
  data: FormData,
  { remark, by }: { readonly remark: string; readonly by: string },
  t: Translator<'exceptions'>,
): Promise<{ readonly error: string | null }> {
  const [until, whom] = [textOf(data, 'until'), textOf(data, 'whom')];
  if (!isCalendarDate(until)) return { error: t('error.day') };
  if (until <= new Date().toISOString().slice(0, 10)) return { error: t('error.dayPast') };
  if (!isText(whom)) return { error: t('error.whom') };
  const words = said('reasons.kept.waitsUntil', { until, whom, remark });
  if (inEnglish(words).length > LONGEST_NOTE) return { error: t('error.tooLong') };
  const worked = await waitWithException(id, until, keptText(words), by, await askedFrom());
  return { error: (await answerTo(worked)).error };
}

/** An explanation closes what is at stake to the last digit, or is none. */
async function amountProblem(id: string, text: string, t: Translator<'exceptions'>): Promise<string | null> {
  const detail = await readException('clear', id, new Date());
  if (!detail) return t('error.gone');
  const { amount, currency } = detail.exception;
  const region = await displayRegion();
  const told = typedAmount(text, region);
  if (amount === null) return t('error.noAmount');
  if (told === null) return t('error.decimal', { example: formatMoney('0.50', null, region).text });
  if (compare(told, amount) === 0) return null;
  return t('error.notClosed', {
    told: formatMoney(told, null, region).text,
    amount: formatMoney(amount, null, region).text,
    currency: currency ?? '',
  });
}

function idOf(data: FormData): string {
  return String(data.get('id') ?? '');
}

function textOf(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim();
}

function isText(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NOTE && text.isWellFormed() && !text.includes('\u0000');
}

async function answerTo(
  [worked]: readonly Worked[],
  remark?: string,
): Promise<{ readonly error: string | null; readonly remark?: string }> {
  const t = await getTranslations('exceptions');
  const kept = remark === undefined ? {} : { remark };
  if (!worked || worked.outcome === 'unknown') return { error: t('error.gone'), ...kept };
  if (worked.outcome === 'refused') {
    const why = worked.why ? spoken(worked.why, await displayReader()) : '';
    return { error: t('error.refused', { why }), ...kept };
  }
  revalidatePath('/reconciliation', 'layout');
  return { error: null };
}
