'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { AdmitState } from '@/components/webhooks/admit-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { admit } from '@/lib/refused';

/** Lets a refused message in, once the person has said that it is genuine. */
export async function admitRefused(_before: AdmitState, data: FormData): Promise<AdmitState> {
  const viewer = await requireRight('repair');
  const t = await getTranslations('webhooks');
  const seq = data.get('seq');
  if (typeof seq !== 'string') return { error: t('admission.failed.not_found') };
  if (data.get('isGenuine') !== 'on') return { error: t('admission.failed.unchecked') };
  const admission = await admit(seq, viewer, await askedFrom());
  revalidatePath(`/webhooks/refused/${seq}`);
  return { error: 'message' in admission ? t(`admission.failed.${admission.message}`) : null };
}
