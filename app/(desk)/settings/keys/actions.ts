'use server';

import { addDays } from 'date-fns';
import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { DeedState } from '@/components/settings/deed';
import { isKeyLife, KEY_SCOPES } from '@/lib/access/key-scopes';
import { requireRight } from '@/lib/access/session';
import { createApiKey, revokeApiKey } from '@/lib/access/store';
import { byViewer } from '@/lib/audit';

const PAGE = '/settings/keys';
const NAME_LENGTH = 80;

/** Makes an API key; it comes back this once. */
export async function makeKey(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('administer');
  const t = await getTranslations('keys');
  const name = text(data, 'name')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (!name || name.length > NAME_LENGTH) return { tone: 'negative', message: t('make.noName') };
  const chosen = data.getAll('scope');
  const scopes = KEY_SCOPES.filter((scope) => chosen.includes(scope));
  if (scopes.length === 0) return { tone: 'negative', message: t('make.noScope') };
  const life = text(data, 'life');
  if (!isKeyLife(life)) return { tone: 'negative', message: t('make.noLife') };
  const expiresAt = life === 'never' ? null : addDays(new Date(), Number(life));
  const wanted = { name, scopes, createdBy: viewer.email, expiresAt };
  const shown = await createApiKey(wanted, await byViewer(viewer));
  revalidatePath(PAGE);
  return { tone: 'positive', message: t('make.made'), shown };
}

/** Ends an API key at once. */
export async function revokeKey(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('administer');
  const t = await getTranslations('keys');
  const isDone = await revokeApiKey(text(data, 'id'), await byViewer(viewer));
  revalidatePath(PAGE);
  return isDone ? { tone: 'positive', message: t('revoked') } : { tone: 'negative', message: t('gone') };
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
