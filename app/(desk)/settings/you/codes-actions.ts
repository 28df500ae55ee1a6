'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { CodesState } from '@/components/settings/you/codes';
import { confirmCodes, type NotDone, newBackupCodes, startCodes, stopCodes } from '@/lib/access/own';
import { qrCode, qrPath } from '@/lib/access/qr';
import { requireRight } from '@/lib/access/session';
import type { Translator } from '@/lib/language/catalogue';

const PAGE = '/settings/you';

/** Makes the secret of an authenticator app; it comes back this once, and asks for nothing until it is confirmed. */
export async function setUpCodes(_before: CodesState, data: FormData): Promise<CodesState> {
  const viewer = await requireRight('ask');
  const result = await startCodes(viewer, text(data, 'password'), await headers());
  if (result.outcome !== 'started') return notDone(result, await getTranslations('you'));
  const { uri, secret, backupCodes } = result;
  const code = qrCode(uri);
  const setUp = { uri, secret: secret.replace(/.{4}(?=.)/g, '$& '), path: qrPath(code), size: code.length };
  return { tone: null, message: null, setUp, backupCodes };
}

/** The first code of the app: from here on one is asked for at sign-in. */
export async function switchOnCodes(_before: CodesState, data: FormData): Promise<CodesState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  if (!(await confirmCodes(viewer, text(data, 'code'), await headers())))
    return { tone: 'negative', message: t('codes.wrong') };
  revalidatePath(PAGE);
  return { tone: 'positive', message: t('codes.switchedOn') };
}

export async function switchOffCodes(_before: CodesState, data: FormData): Promise<CodesState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const result = await stopCodes(viewer, text(data, 'password'), await headers());
  if (result.outcome !== 'stopped') return notDone(result, t);
  revalidatePath(PAGE);
  return { tone: 'positive', message: t('codes.stopped') };
}

export async function renewBackupCodes(_before: CodesState, data: FormData): Promise<CodesState> {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const result = await newBackupCodes(viewer, text(data, 'password'), await headers());
  if (result.outcome !== 'made') return notDone(result, t);
  return { tone: 'positive', message: t('codes.renewed'), backupCodes: result.backupCodes };
}

function notDone(result: NotDone, t: Translator<'you'>): CodesState {
  if (result.outcome === 'wrong') return { tone: 'negative', message: t('wrongPassword') };
  const minutes = Math.max(1, Math.ceil((+result.until - Date.now()) / 60_000));
  return { tone: 'negative', message: t('locked', { minutes }) };
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
