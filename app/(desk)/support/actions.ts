'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LONGEST_QUESTION, type PassState } from '@/components/support/pass-state';
import { requireRight } from '@/lib/access/session';
import { isLocale } from '@/lib/language/locales';
import { keepSearch } from '@/lib/search-kept.store';
import { readAsked } from '@/lib/search-text';
import { supportHref } from '@/lib/support/mark';
import { passCase } from '@/lib/support-case';
import { findForSupport } from '@/lib/support-search';

/** Leads to the one payment that carries what was typed, or to what there is instead. The text stands in no address. */
export async function askSupport(data: FormData): Promise<void> {
  const viewer = await requireRight('ask');
  const asked = readAsked(textOf(data, 'text'));
  if (asked.kind === 'nothing') redirect('/support');
  if (asked.kind !== 'one') redirect(`/support?problem=${asked.kind === 'column' ? 'oneValue' : 'tooLong'}`);
  const { found, count } = await findForSupport(asked.text);
  const [only] = found;
  if (only && count === 1) redirect(supportHref(only.id, {}));
  redirect(`/support?t=${await keepSearch(viewer.id, asked.text, new Date())}`);
}

/** Passes a payment to finance, with what they should know; it stands as a note there, and in the log. */
export async function passToFinance(_before: PassState, data: FormData): Promise<PassState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('support');
  const [id, question, language] = [textOf(data, 'id'), textOf(data, 'question').trim(), textOf(data, 'language')];
  if (question.length > LONGEST_QUESTION)
    return { error: t('pass.tooLong', { most: String(LONGEST_QUESTION) }), question };
  const text = [t('pass.note'), question].filter(Boolean).join('\n');
  const outcome = await passCase(id, { text, language: isLocale(language) ? language : null }, viewer, new Date());
  if (outcome === 'unknown') return { error: t('pass.unknown'), question };
  revalidatePath('/support/[id]', 'page');
  return null;
}

/** What PostgreSQL cannot store, no identifier holds. */
function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : '';
}
