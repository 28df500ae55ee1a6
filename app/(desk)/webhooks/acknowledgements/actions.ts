'use server';

import { revalidatePath } from 'next/cache';
import type { RecoveryState } from '@/components/webhooks/recovery-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { recover, undo } from '@/lib/recovered';

const MESSAGES = {
  not_allowed: 'You may not mark lost messages as recovered. Ask an administrator of the desk.',
  nothing_said: 'Say which delivery brought it, or why it counts as recovered.',
  too_long: 'The reason is too long; a sentence or two will do.',
  not_found: 'This line is not in the list any more.',
  already_recovered: 'Somebody has marked it as recovered in the meantime. Load the page again to see by what.',
  no_such_delivery: 'No delivery has this number.',
  other_provider: 'This delivery is of another provider, so it cannot have brought this message.',
  came_before: 'This delivery was received before the false answer, so it cannot be the message that was lost then.',
} as const;

/** Marks a lost message as recovered, by the number of a delivery or by a reason. */
export async function markAsRecovered(_before: RecoveryState, data: FormData): Promise<RecoveryState> {
  const viewer = await requireRight('repair');
  const text = (name: string) => String(data.get(name) ?? '');
  const typed = { delivery: text('delivery'), reason: text('reason') };
  const outcome = await recover(text('id'), typed, viewer, await askedFrom());
  if (outcome === 'done') revalidatePath('/webhooks/acknowledgements');
  return { ...typed, error: outcome === 'done' ? null : MESSAGES[outcome] };
}

/** Takes the mark away: the message counts as lost again. */
export async function undoRecovered(_before: RecoveryState, data: FormData): Promise<RecoveryState> {
  const viewer = await requireRight('repair');
  const outcome = await undo(String(data.get('id') ?? ''), viewer, await askedFrom());
  if (outcome === 'done') revalidatePath('/webhooks/acknowledgements');
  return { delivery: '', reason: '', error: outcome === 'done' ? null : MESSAGES[outcome] };
}
