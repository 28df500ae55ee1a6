'use server';

import { revalidatePath } from 'next/cache';
import type { UndoState } from '@/components/statements/undo-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { undoImport } from '@/lib/statements/import.store';

const MESSAGES = {
  not_found: 'There is no such statement any more.',
  already_undone: 'Somebody has undone this import in the meantime.',
  matched:
    'A line of this statement is matched, so that its import cannot be undone. Undo the matches of its lines first.',
} as const;

/** Takes an import back, as long as none of its lines is matched. */
export async function undoStatement(_before: UndoState, data: FormData): Promise<UndoState> {
  const viewer = await requireRight('reconcile');
  const id = String(data.get('statement') ?? '');
  const outcome = await undoImport(id, viewer.email, new Date(), await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  if (outcome === 'undone') return { error: null, leanedOnBy: null };
  if (typeof outcome === 'string') return { error: MESSAGES[outcome], leanedOnBy: null };
  return {
    error: 'A later statement of the account repeats lines of this one and counts on them. Undo that one first.',
    leanedOnBy: outcome.leanedOnBy,
  };
}
