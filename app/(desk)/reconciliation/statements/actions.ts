'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { UndoState } from '@/components/statements/undo-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { undoImport } from '@/lib/statements/import.store';

/** Takes an import back, as long as none of its lines is matched. */
export async function undoStatement(_before: UndoState, data: FormData): Promise<UndoState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('statements');
  const id = String(data.get('statement') ?? '');
  const outcome = await undoImport(id, viewer.email, new Date(), await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  if (outcome === 'undone') return { error: null, leanedOnBy: null };
  if (typeof outcome === 'string') return { error: t(`undo.${outcome}`), leanedOnBy: null };
  return { error: t('undo.leanedOn'), leanedOnBy: outcome.leanedOnBy };
}
