'use server';

import { revalidatePath } from 'next/cache';
import type { FloorState } from '@/components/refunds/floor-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { said, spoken } from '@/lib/language/said';
import { isProvider, KINDS, type Kind } from '@/lib/providers/catalogue';
import { displayReader } from '@/lib/reader';
import { dropFloor, setFloor } from '@/lib/refunds/limit.store';
import { type Subject, WHOLE } from '@/lib/refunds/limits';

/** Sets the least that the limits of a kind of refund, or of one of its steps, are; or takes it away again. */
export async function changeFloor(_before: FloorState, data: FormData): Promise<FloorState> {
  const viewer = await requireRight('configure');
  const subject = subjectOf(data);
  if (!subject) return { error: spoken(said('refunds.floor.subject'), await displayReader()) };
  if (data.get('change') === 'drop') await dropFloor(subject, viewer.email, await askedFrom());
  else {
    const floor = { ...subject, slowSeconds: secondsOf(data, 'slow'), lateSeconds: secondsOf(data, 'late') };
    const result = await setFloor(floor, viewer.email, new Date(), await askedFrom());
    if (result.outcome === 'refused') return { error: spoken(result.message, await displayReader()) };
  }
  revalidatePath('/refunds/limits');
  return { error: null };
}

function subjectOf(data: FormData): Subject | null {
  const [provider, kind, step] = ['provider', 'kind', 'step'].map((name) => String(data.get(name) ?? ''));
  if (!provider || !isProvider(provider) || !step) return null;
  const known = KINDS[provider].find((one) => one === kind) as Kind | undefined;
  return known && (step === WHOLE || /^[\w.-]{1,60}$/.test(step)) ? { provider, kind: known, step } : null;
}

/** Not a number where it is no whole number: the store says what is wrong with it. */
function secondsOf(data: FormData, name: string): number {
  const text = String(data.get(name) ?? '').trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
