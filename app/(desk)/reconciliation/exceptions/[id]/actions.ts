'use server';

import { revalidatePath } from 'next/cache';
import type { WorkState } from '@/components/exceptions/resolve-form';
import type { RemarkState } from '@/components/remarks/remark-state';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { compare, decimalText } from '@/lib/money';
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

const NO_TEXT = `A remark has 1 to ${formatCount(LONGEST_NOTE)} characters.`;

/** Gives an exception to one person, or takes it from everybody. */
export async function assignException(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('reconcile');
  const owner = String(data.get('assignee') ?? '') || null;
  if (owner !== null && !(await assignableUsers()).some(({ email }) => email === owner))
    return { error: 'This person cannot be given exceptions. Nothing was changed.' };
  return said(await assignExceptions([idOf(data)], owner, viewer.email, await askedFrom()));
}

/** Writes a note on an exception. */
export async function noteException(_before: RemarkState, data: FormData): Promise<RemarkState> {
  const viewer = await requireRight('reconcile');
  const text = textOf(data, 'text');
  if (!isText(text)) return { error: NO_TEXT, text };
  return said(await noteExceptions([idOf(data)], text, viewer.email, await askedFrom()));
}

/** Explains what remains, ignores it, or puts it aside until a day. */
export async function resolveException(_before: WorkState, data: FormData): Promise<WorkState> {
  const viewer = await requireRight('reconcile');
  const [id, how, remark] = [idOf(data), String(data.get('how') ?? ''), textOf(data, 'remark')];
  if (!isText(remark)) return { error: NO_TEXT, remark };
  if (how === 'wait') return { ...(await wait(id, data, remark, viewer.email)), remark };
  if (!isBulkResolution(how)) return { error: 'Choose how to close it. Nothing was changed.', remark };
  const problem = how === 'ignored' ? null : await amountProblem(id, textOf(data, 'amount'));
  if (problem) return { error: problem, remark };
  return said(await resolveAll([id], { resolution: how, remark }, viewer.email, await askedFrom()), remark);
}

/** Opens an exception again. */
export async function reopen(_before: WorkState, data: FormData): Promise<WorkState> {
  const viewer = await requireRight('reconcile');
  const remark = textOf(data, 'remark');
  if (!isText(remark)) return { error: NO_TEXT, remark };
  return said(await reopenException(idOf(data), remark, viewer.email, await askedFrom()), remark);
}

async function wait(
  id: string,
  data: FormData,
  remark: string,
  by: string,
): Promise<{ readonly error: string | null }> {
  const [until, whom] = [textOf(data, 'until'), textOf(data, 'whom')];
  if (!isCalendarDate(until)) return { error: 'Choose the day until which it waits. Nothing was changed.' };
  if (until <= new Date().toISOString().slice(0, 10))
    return { error: 'The day must be after today. Nothing was changed.' };
  if (!isText(whom)) return { error: 'Say for whom it waits. Nothing was changed.' };
  const words = `Waits until ${until} for ${whom}: ${remark}`;
  if (words.length > LONGEST_NOTE) return { error: 'The remark is too long. Nothing was changed.' };
  return { error: said(await waitWithException(id, until, words, by, await askedFrom()))?.error ?? null };
}

/** An explanation closes what is at stake to the last digit, or is none. */
async function amountProblem(id: string, text: string): Promise<string | null> {
  const detail = await readException('clear', id, new Date());
  if (!detail) return 'This exception is not in the store any more. Nothing was changed.';
  const { amount, currency } = detail.exception;
  const told = decimalText(text);
  if (amount === null) return 'No amount is known that could be explained. Nothing was changed.';
  if (told === null) return 'The amount is a decimal number such as 0.50. Nothing was changed.';
  return compare(told, amount) === 0
    ? null
    : `${told} does not close what is at stake: it is ${amount} ${currency ?? ''}. Nothing was changed.`;
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

function said(
  [worked]: readonly Worked[],
  remark?: string,
): { readonly error: string | null; readonly remark?: string } {
  const kept = remark === undefined ? {} : { remark };
  if (!worked || worked.outcome === 'unknown')
    return { error: 'This exception is not in the store any more. Nothing was changed.', ...kept };
  if (worked.outcome === 'refused') return { error: `${worked.why} Nothing was changed.`, ...kept };
  revalidatePath('/reconciliation', 'layout');
  return { error: null };
}
