'use server';

import { revalidatePath } from 'next/cache';
import type { AdmitState } from '@/components/webhooks/admit-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { admit } from '@/lib/refused';

const MESSAGES = {
  not_allowed: 'You may not admit refused messages. Ask an administrator of the desk.',
  not_found: 'This refusal is not there any more.',
  already_admitted: 'Somebody has admitted it in the meantime; nothing was done twice.',
  unknown_source: 'It came to an address that is no provider’s, so the desk cannot tell whose message it is.',
} as const;

/** Lets a refused message in, once the person has said that it is genuine. */
export async function admitRefused(_before: AdmitState, data: FormData): Promise<AdmitState> {
  const viewer = await requireRight('repair');
  const seq = data.get('seq');
  if (typeof seq !== 'string') return { error: MESSAGES.not_found };
  if (data.get('isGenuine') !== 'on') return { error: 'Say first that you have checked who sent it.' };
  const admission = await admit(seq, viewer, await askedFrom());
  revalidatePath(`/webhooks/refused/${seq}`);
  return { error: 'message' in admission ? MESSAGES[admission.message] : null };
}
