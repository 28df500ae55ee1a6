'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { RecoveryState } from '@/components/webhooks/recovery-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { recover, undo } from '@/lib/recovered';

/** Marks a lost message as recovered, by the number of a delivery or by a reason. */
export async function markAsRecovered(_before: RecoveryState, data: FormData): Promise<RecoveryState> {
  const viewer = await requireRight('repair');
  const t = await getTranslations('acknowledgements');
  const text = (name: string) => String(data.get(name) ?? '');
  const typed = { delivery: text('delivery'), reason: text('reason') };
  const outcome = await recover(text('id'), typed, viewer, await askedFrom());
  if (outcome === 'done') revalidatePath('/webhooks/acknowledgements');
  return { ...typed, error: outcome === 'done' ? null : t(`recovery.error.${outcome}`) };
}

/** Takes the mark away: the message counts as lost again. */
export async function undoRecovered(_before: RecoveryState, data: FormData): Promise<RecoveryState> {
  const viewer = await requireRight('repair');
  const t = await getTranslations('acknowledgements');
  const outcome = await undo(String(data.get('id') ?? ''), viewer, await askedFrom());
  if (outcome === 'done') revalidatePath('/webhooks/acknowledgements');
  return { delivery: '', reason: '', error: outcome === 'done' ? null : t(`recovery.error.${outcome}`) };
}
