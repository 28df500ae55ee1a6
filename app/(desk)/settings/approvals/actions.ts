'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ApprovalState } from '@/components/approvals/approval-state';
import { requireRight } from '@/lib/access/session';
import { readLimitEntry } from '@/lib/approvals/limit';
import { changeLimit } from '@/lib/approvals/limit.store';
import { askedFrom } from '@/lib/audit';
import { amountText } from '@/lib/format';
import { displayRegion } from '@/lib/preferences';
import { approve, type Decided, decline, withdraw } from '@/lib/second-person';

const LONGEST_NOTE = 500;

/** Does what was proposed, as the second person. */
export async function approveProposal(_before: ApprovalState, data: FormData): Promise<ApprovalState> {
  const viewer = await requireRight('approve');
  return said(await approve(textOf(data, 'id'), viewer, await askedFrom()));
}

/** Says no to what was proposed, with a note. */
export async function declineProposal(_before: ApprovalState, data: FormData): Promise<ApprovalState> {
  const viewer = await requireRight('approve');
  const t = await getTranslations('approvals');
  const note = textOf(data, 'note');
  const isStorable = note.isWellFormed() && !note.includes('\u0000');
  if (note === '' || note.length > LONGEST_NOTE || !isStorable) return { error: t('error.note') };
  return said(await decline(textOf(data, 'id'), note, viewer, await askedFrom()));
}

/** Takes an own proposal back. */
export async function withdrawProposal(_before: ApprovalState, data: FormData): Promise<ApprovalState> {
  const viewer = await requireRight('reconcile');
  return said(await withdraw(textOf(data, 'id'), viewer, await askedFrom()));
}

/** Sets above which amount of a currency a second person is needed, or takes that limit away. */
export async function setApprovalLimit(_before: ApprovalState, data: FormData): Promise<ApprovalState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('approvals');
  const amount = data.get('change') === 'drop' ? null : textOf(data, 'amount');
  const region = await displayRegion();
  const read = readLimitEntry({ currency: textOf(data, 'currency'), amount }, region);
  if (read.problem !== undefined) {
    return { error: t(`error.${read.problem}`, { example: amountText('1000.50', region) }) };
  }
  await changeLimit(read.entry, viewer.email, await askedFrom());
  revalidatePath('/settings/approvals');
  return { error: null };
}

async function said(decided: Decided): Promise<ApprovalState> {
  const t = await getTranslations('approvals');
  revalidatePath('/settings/approvals');
  revalidatePath('/reconciliation', 'layout');
  if (decided.outcome === 'refused') return { error: t(`error.${decided.why}`) };
  if (decided.outcome === 'failed') return { error: t(`failed.${decided.why}`) };
  return { error: null };
}

function textOf(data: FormData, name: string): string {
  return String(data.get(name) ?? '')
    .trim()
    .slice(0, 600);
}
