'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { DeedState } from '@/components/alerts/deed-form';
import { requireRight } from '@/lib/access/session';
import { type AlertKind, faultsOf, isAlertKind, LONGEST_RULE_NAME, readWatch, USUAL } from '@/lib/alerts/rule';
import {
  changeRule,
  createRules,
  deleteRule,
  pauseRule,
  type RuleWanted,
  readChannels,
  readRule,
  readRules,
} from '@/lib/alerts/rule.store';
import { logged } from '@/lib/audit';
import { amountText, typedAmount } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
import { displayRegion } from '@/lib/preferences';
import { assignableUsers } from '@/lib/remarks/store';

/** What is watched, and whom it is told to. */

/** Adds the usual rules of the kinds that are not watched yet, told to every channel there is. */
export async function addUsualRules(_before: DeedState, _data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const [{ rules }, channels] = await Promise.all([readRules(), readChannels()]);
  const missing = USUAL.filter(({ kind }) => !rules.some((rule) => rule.kind === kind));
  const wanted = missing.map((watch) => ({
    ...watch,
    name: t(`kind.${watch.kind}`),
    channels: channels.map(({ id }) => id),
    owner: null,
  }));
  await createRules(wanted, viewer.email);
  await logged(viewer, {
    action: 'alert_rule_changed',
    objectKind: 'alert_rule',
    objectId: 'usual',
    detail: { change: 'added', rules: missing },
  });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: t('said.usualAdded', { count: missing.length }) };
}

/** Adds a rule or changes one; what is not usable is named, and nothing is changed. */
export async function saveRule(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const [kind, id] = [textIn(data, 'kind'), textIn(data, 'id')];
  if (!isAlertKind(kind)) return { isDone: false, message: t('said.noKind') };
  const region = await displayRegion();
  const threshold = thresholdIn(kind, data, region);
  const watch = readWatch(kind, threshold);
  if (!watch) {
    const fields = faultsOf(kind, threshold);
    return { isDone: false, message: fields.map((field) => faultText(t, field, region)).join(' ') };
  }
  const name = textIn(data, 'name').trim();
  if (name === '' || name.length > LONGEST_RULE_NAME || name.includes('\u0000') || !name.isWellFormed())
    return { isDone: false, message: t('said.noName', { most: LONGEST_RULE_NAME }) };
  const [channels, people] = await Promise.all([readChannels(), assignableUsers()]);
  const wanted: RuleWanted = {
    ...watch,
    name,
    channels: channels.map((channel) => channel.id).filter((one) => data.getAll('channels').includes(one)),
    owner: people.find(({ email }) => email === data.get('owner'))?.email ?? null,
  };
  const before = id === '' ? null : await readRule(id);
  if (id === '') await createRules([wanted], viewer.email);
  else if (!(await changeRule(id, wanted))) return { isDone: false, message: t('said.ruleGone') };
  await logged(viewer, {
    action: 'alert_rule_changed',
    objectKind: 'alert_rule',
    objectId: id === '' ? name : id,
    detail: { change: id === '' ? 'added' : 'changed', before, after: wanted },
  });
  revalidatePath('/settings/alerts');
  redirect('/settings/alerts');
}

/** Pauses a rule, which ends its alerts, or lets it watch again. */
export async function pauseOrResume(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const id = textIn(data, 'id');
  const isActive = data.get('change') === 'resume';
  if (!(await pauseRule(id, isActive, new Date()))) return { isDone: false, message: t('said.ruleGone') };
  await logged(viewer, {
    action: 'alert_rule_changed',
    objectKind: 'alert_rule',
    objectId: id,
    detail: { change: isActive ? 'resumed' : 'paused' },
  });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: isActive ? t('said.resumed') : t('said.paused') };
}

/** Deletes a rule and its alerts. */
export async function removeRule(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('alerts');
  const id = textIn(data, 'id');
  const gone = await deleteRule(id);
  if (!gone) return { isDone: false, message: t('said.ruleGone') };
  await logged(viewer, {
    action: 'alert_rule_changed',
    objectKind: 'alert_rule',
    objectId: id,
    detail: { change: 'deleted', ...gone },
  });
  revalidatePath('/settings/alerts');
  return { isDone: true, message: t('said.deleted') };
}

/** What was filled in for a kind, as its schema reads it; amounts that were left empty are none. */
function thresholdIn(kind: AlertKind, data: FormData, region: Region): Record<string, unknown> {
  const fields = Object.fromEntries(
    ['from', 'warning', 'urgent', 'leastMinutes', 'thinMinutes', 'count'].flatMap((name) =>
      data.has(name) ? [[name, textIn(data, name)]] : [],
    ),
  );
  if (kind !== 'exceptions') return fields;
  const amounts = [...data.keys()].flatMap((name) => {
    const currency = /^amount\.(.+)$/.exec(name)?.[1];
    const typed = textIn(data, name).replace(/[\s_]/g, '');
    return currency && typed !== '' ? [[currency, typedAmount(typed, region) ?? typed]] : [];
  });
  return { ...fields, amounts: Object.fromEntries(amounts) };
}

function faultText(t: Translator<'alerts'>, field: string, region: Region): string {
  switch (field) {
    case 'amounts':
      return t('fault.amounts', { example: amountText('100000.50', region) });
    case 'urgent':
      return t('fault.urgent');
    case 'from':
      return t('fault.from');
    default:
      return t('fault.number');
  }
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' && !value.includes('\u0000') ? value : '';
}
