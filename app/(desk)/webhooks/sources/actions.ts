'use server';

import type { JunoWebhooksState } from '@/components/webhooks/juno-webhooks';
import { requireRight } from '@/lib/access/session';
import { logged } from '@/lib/audit';
import { isDone, type RegistrationAnswer, registrationInWords } from '@/lib/juno-registration';
import { deleteJunoWebhook, listJunoWebhooks, registerJunoWebhook } from '@/lib/juno-webhooks';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';

/** Lists, registers or deletes the addresses Juno posts to; what changes them is followed by a fresh list. */
export async function manageJunoWebhooks(before: JunoWebhooksState, data: FormData): Promise<JunoWebhooksState> {
  const viewer = await requireRight('repair');
  const answer = await answerTo(data);
  if (answer === null) return before;
  if (answer.outcome === 'registered' || answer.outcome === 'deleted') {
    const objectId = answer.outcome === 'deleted' ? answer.id : answer.address;
    const deed = { action: 'registration_changed', objectKind: 'registration', objectId } as const;
    await logged(viewer, { ...deed, detail: { kind: answer.outcome } });
  }
  const said = { text: spoken(registrationInWords(answer), await displayReader()), isDone: isDone(answer) };
  if (answer.outcome === 'listed') return { said, webhooks: answer.webhooks };
  if (answer.outcome === 'registered' || answer.outcome === 'deleted' || answer.outcome === 'not_found') {
    const list = await listJunoWebhooks();
    return { said, webhooks: list.outcome === 'listed' ? list.webhooks : null };
  }
  return { said, webhooks: answer.outcome === 'duplicate' ? answer.webhooks : before.webhooks };
}

function answerTo(data: FormData): Promise<RegistrationAnswer> | null {
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (text('intent')) {
    case 'list':
      return listJunoWebhooks();
    case 'register':
      return registerJunoWebhook(text('address'));
    case 'delete':
      return deleteJunoWebhook(text('id'));
    default:
      return null;
  }
}
