'use server';

import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { DeedState } from '@/components/settings/deed';
import { changePassword, ownSessionId } from '@/lib/access/own';
import { endOwnSessions, keepLocale, removePasskey, rename, renamePasskey } from '@/lib/access/own.store';
import { PASSWORD_LENGTH } from '@/lib/access/password';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { isLocale } from '@/lib/language/locales';
import { LOCALE_COOKIE } from '@/lib/preferences';

const PAGE = '/settings/you';
const NAME_LENGTH = 80;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export async function changeName(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const name = nameOf(data);
  if (!name) return { tone: 'negative', message: t('profile.noName') };
  await rename(viewer.id, name, await byViewer(viewer));
  revalidatePath('/', 'layout');
  return { tone: 'positive', message: t('saved') };
}

/** Keeps the language with the person, for every browser; "as the browser asks" is no language of the desk. */
export async function chooseLanguage(data: FormData): Promise<void> {
  const viewer = await requireRight('ask');
  const wanted = data.get('locale');
  const locale = isLocale(wanted) ? wanted : null;
  await keepLocale(viewer.id, locale, await byViewer(viewer));
  const jar = await cookies();
  if (locale) jar.set(LOCALE_COOKIE, locale, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
  else jar.delete(LOCALE_COOKIE);
  revalidatePath('/', 'layout');
}

export async function changeOwnPassword(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const wanted = { current: text(data, 'current'), wanted: text(data, 'wanted'), endsOthers: data.has('endsOthers') };
  const result = await changePassword(viewer, wanted, await headers());
  switch (result.outcome) {
    case 'changed':
      revalidatePath(PAGE);
      return { tone: 'positive', message: t('password.changed') };
    case 'fault': {
      const tFault = await getTranslations('signIn');
      return { tone: 'negative', message: tFault(`fault.${result.fault}`, PASSWORD_LENGTH) };
    }
    case 'wrong':
      return { tone: 'negative', message: t('wrongPassword') };
    case 'locked':
      return { tone: 'negative', message: t('locked', { minutes: minutesTo(result.until) }) };
  }
}

/** Ends one of one's own sessions, or all but this one. */
export async function endSessions(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const here = await ownSessionId(await headers());
  const id = text(data, 'id');
  const which = id ? { id } : { allBut: here ?? '' };
  const count = await endOwnSessions(viewer.id, which, await byViewer(viewer));
  revalidatePath(PAGE);
  return { tone: 'positive', message: t('sessions.ended', { count }) };
}

/** Renames or removes a passkey, by the button that was pressed. */
export async function changePasskey(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const [id, by] = [text(data, 'id'), await byViewer(viewer)];
  const isRemoval = data.get('deed') === 'remove';
  const name = nameOf(data);
  if (!isRemoval && !name) return { tone: 'negative', message: t('profile.noName') };
  const isDone = isRemoval ? await removePasskey(viewer.id, id, by) : await renamePasskey(viewer.id, id, name, by);
  revalidatePath(PAGE);
  if (!isDone) return { tone: 'negative', message: t('passkeys.gone') };
  return { tone: 'positive', message: isRemoval ? t('passkeys.removed') : t('saved') };
}

function minutesTo(until: Date): number {
  return Math.max(1, Math.ceil((+until - Date.now()) / 60_000));
}

function nameOf(data: FormData): string {
  return text(data, 'name')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH);
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
