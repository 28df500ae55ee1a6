'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { DeedState } from '@/components/alerts/deed-form';
import { requireRight } from '@/lib/access/session';
import { LONGEST_REASON, SNOOZES_HOURS } from '@/lib/alerts/alert';
import { ownAlert, snoozeAlert, wakeAlert } from '@/lib/alerts/alert.store';
import { logged } from '@/lib/audit';

/** What people do about an alert that stands. */

const HOUR_MS = 3_600_000;

/** Takes an alert, or gives it back. */
export async function takeAlert(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('alerts');
  const id = idIn(data);
  const owner = data.get('change') === 'give_back' ? null : viewer.email;
  if (!(await ownAlert(id, owner))) return { isDone: false, message: t('said.over') };
  await logged(viewer, { action: 'alert_owned', objectKind: 'alert', objectId: id, detail: { owner } });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: owner ? t('said.taken') : t('said.givenBack') };
}

/** Puts an alert aside for some hours, with a reason. */
export async function putAside(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('alerts');
  const id = idIn(data);
  const reason = String(data.get('reason') ?? '').trim();
  const hours = SNOOZES_HOURS.find((one) => String(one) === data.get('hours'));
  if (hours === undefined) return { isDone: false, message: t('said.noTime') };
  if (reason === '' || reason.length > LONGEST_REASON || reason.includes('\u0000') || !reason.isWellFormed())
    return { isDone: false, message: t('said.noReason', { most: LONGEST_REASON }) };
  const until = new Date(Date.now() + hours * HOUR_MS);
  if (!(await snoozeAlert(id, { until, by: viewer.email, reason }))) return { isDone: false, message: t('said.over') };
  await logged(viewer, {
    action: 'alert_snoozed',
    objectKind: 'alert',
    objectId: id,
    detail: { until: until.toISOString(), reason },
  });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: t('said.aside') };
}

/** Takes an alert up again before its time. */
export async function takeUp(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('remark');
  const t = await getTranslations('alerts');
  const id = idIn(data);
  if (!(await wakeAlert(id))) return { isDone: false, message: t('said.over') };
  await logged(viewer, { action: 'alert_snoozed', objectKind: 'alert', objectId: id, detail: { until: null } });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: t('said.takenUp') };
}

/** What PostgreSQL cannot have stored finds nothing. */
function idIn(data: FormData): string {
  const id = String(data.get('id') ?? '');
  return /^[0-9a-f-]{36}$/.test(id) ? id : '';
}
