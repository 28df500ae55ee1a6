'use server';

import { revalidatePath } from 'next/cache';
import { correctionRefusal } from '@/components/reconciliation/correction-words';
import type { DeedState } from '@/components/reconciliation/deed-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { formatCount } from '@/lib/format';
import { reconsiderPair, undoMatch } from '@/lib/reconciliation/decision.store';
import { type Corrected, lineChangeSchema } from '@/lib/reconciliation/line-correction';
import { correctLines, undoCorrections } from '@/lib/reconciliation/line-correction.store';
import { LONGEST_NOTE } from '@/lib/remarks/remark';

/** Corrects how one line is read, with a remark. */
export async function correctLine(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const reason = textOf(data, 'remark');
  if (reason === '' || reason.length > LONGEST_NOTE || reason.includes('\u0000') || !reason.isWellFormed())
    return { error: `A remark has 1 to ${formatCount(LONGEST_NOTE)} characters. Nothing was changed.` };
  const { data: change } = lineChangeSchema.safeParse(readChange(data));
  if (!change) return { error: 'A field is too long, or cannot be read. Nothing was changed.' };
  return said(
    await correctLines([textOf(data, 'line')], { change, reason, by: viewer.email, address: await askedFrom() }),
  );
}

/** Takes the latest correction of a line back. */
export async function undoCorrection(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const ids = [textOf(data, 'correction')];
  return said(await undoCorrections(ids, 'Undone on the page of the line', viewer.email, await askedFrom()));
}

/** Takes back that a line and a payment do not belong together. */
export async function reconsider(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const outcome = await reconsiderPair(textOf(data, 'line'), textOf(data, 'leg'), viewer.email, await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  return { error: outcome === 'not_found' ? 'The line or the payment is gone. Nothing was changed.' : null };
}

/** Takes one match apart, so that its lines and payments are free. */
export async function undoOneMatch(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const why = 'Undone on the page of the match';
  const outcome = await undoMatch(textOf(data, 'match'), viewer.email, why, await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  return { error: outcome === 'not_found' ? 'There is no such match any more. Nothing was changed.' : null };
}

/** What the form says; the ids to be removed come as "kind key". */
function readChange(data: FormData) {
  const [kinds, values] = [data.getAll('addedKind'), data.getAll('addedValue')];
  return {
    kind: textOf(data, 'kind'),
    name: textOf(data, 'name'),
    account: textOf(data, 'account'),
    taxId: textOf(data, 'taxId'),
    removedIds: data.getAll('removed').map((removed) => {
      const text = String(removed);
      const end = text.indexOf(' ');
      return { kind: text.slice(0, end), key: text.slice(end + 1) };
    }),
    addedIds: values.map((value, at) => ({ kind: kinds[at], value: String(value) })),
  };
}

function said(corrected: Corrected): DeedState {
  if (corrected.outcome !== 'corrected') return { error: `${correctionRefusal(corrected)} Nothing was changed.` };
  revalidatePath('/reconciliation', 'layout');
  return { error: null };
}

function textOf(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim();
}
