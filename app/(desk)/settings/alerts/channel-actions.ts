'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { DeedState } from '@/components/alerts/deed-form';
import { requireRight } from '@/lib/access/session';
import { secretOf, targetFault, tellTest } from '@/lib/alert-channels';
import type { AlertChannel } from '@/lib/alerts/alert';
import { createChannel, readChannel, removeChannel } from '@/lib/alerts/rule.store';
import { logged } from '@/lib/audit';
import { DEFAULT_LOCALE, isLocale } from '@/lib/language/locales';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';

/** Where alerts go. */

const LONGEST_NAME = 80;

/** Adds an e-mail address or a webhook; of a webhook the secret is shown. */
export async function addChannel(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const kind = data.get('kind') === 'webhook' ? 'webhook' : 'email';
  const [name, target, locale] = ['name', 'target', 'locale'].map((field) => String(data.get(field) ?? '').trim());
  if (!name || name.length > LONGEST_NAME || name.includes('\u0000') || !name.isWellFormed())
    return { isDone: false, message: t('said.noName', { most: LONGEST_NAME }) };
  const fault = targetFault(kind, target ?? '');
  if (fault) return { isDone: false, message: t(`target.${fault}`) };
  const wanted = { kind, name, target: target ?? '', locale: isLocale(locale) ? locale : DEFAULT_LOCALE } as const;
  const id = await createChannel(wanted, viewer.email);
  await loggedChange(viewer, { ...wanted, id }, 'added');
  revalidatePath('/settings/alerts');
  const isWebhook = kind === 'webhook';
  return {
    isDone: true,
    message: isWebhook ? t('said.webhookAdded') : t('said.emailAdded'),
    ...(isWebhook && { secret: secretOf(id) }),
  };
}

/** Sends a message that says it is a test, and tells whether it arrived. */
export async function testChannel(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const channel = await readChannel(idIn(data));
  if (!channel) return { isDone: false, message: t('said.channelGone') };
  const failure = await tellTest(channel, new Date());
  await loggedChange(viewer, channel, failure === null ? 'tested' : 'test failed');
  return failure === null
    ? { isDone: true, message: t('said.testSent') }
    : { isDone: false, message: `${t('said.testFailed')} ${spoken(failure, await displayReader())}` };
}

/** Shows with what the messages to a webhook are signed. */
export async function showSecret(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const channel = await readChannel(idIn(data));
  if (channel?.kind !== 'webhook') return { isDone: false, message: t('said.channelGone') };
  await loggedChange(viewer, channel, 'secret shown');
  return { isDone: true, message: t('said.secret'), secret: secretOf(channel.id) };
}

/** Tells nothing there any more. */
export async function dropChannel(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const channel = await readChannel(idIn(data));
  if (!channel || !(await removeChannel(channel.id, new Date())))
    return { isDone: false, message: t('said.channelGone') };
  await loggedChange(viewer, channel, 'removed');
  revalidatePath('/settings/alerts');
  return { isDone: true, message: t('said.channelRemoved') };
}

/** Of a webhook's address only the host is logged: the rest of it often is a password. */
function loggedChange(viewer: Parameters<typeof logged>[0], channel: AlertChannel, change: string): Promise<void> {
  const { id, kind, name, target } = channel;
  const to = kind === 'email' ? target : new URL(target).origin;
  return logged(viewer, {
    action: 'alert_channel_changed',
    objectKind: 'alert_channel',
    objectId: id,
    detail: { change, kind, name, to },
  });
}

function idIn(data: FormData): string {
  const id = String(data.get('id') ?? '');
  return /^[0-9a-f-]{36}$/.test(id) ? id : '';
}
