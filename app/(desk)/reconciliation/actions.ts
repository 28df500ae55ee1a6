'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { whyNotCorrected } from '@/components/reconciliation/correction-words';
import type { DeedState } from '@/components/reconciliation/deed-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { keptText, said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { reconsiderPair, undoMatch } from '@/lib/reconciliation/decision.store';
import { type Corrected, lineChangeSchema } from '@/lib/reconciliation/line-correction';
import { correctLines, undoCorrections } from '@/lib/reconciliation/line-correction.store';
import { LONGEST_NOTE } from '@/lib/remarks/remark';

/** Corrects how one line is read, with a remark. */
export async function correctLine(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('reconciliation');
  const reason = textOf(data, 'remark');
  if (reason === '' || reason.length > LONGEST_NOTE || reason.includes('\u0000') || !reason.isWellFormed())
    return { error: t('deed.remark', { most: LONGEST_NOTE }) };
  const { data: change } = lineChangeSchema.safeParse(readChange(data));
  if (!change) return { error: t('deed.field') };
  return became(
    await correctLines([textOf(data, 'line')], { change, reason, by: viewer.email, address: await askedFrom() }),
  );
}

/** Takes the latest correction of a line back. */
export async function undoCorrection(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const ids = [textOf(data, 'correction')];
  const why = keptText(said('reasons.kept.undoneAtLine'));
  return became(await undoCorrections(ids, why, viewer.email, await askedFrom()));
}

/** Takes back that a line and a payment do not belong together. */
export async function reconsider(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const outcome = await reconsiderPair(textOf(data, 'line'), textOf(data, 'leg'), viewer.email, await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  if (outcome !== 'not_found') return { error: null };
  const t = await getTranslations('reconciliation');
  return { error: t('deed.pairGone') };
}

/** Takes one match apart, so that its lines and payments are free. */
export async function undoOneMatch(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('reconcile');
  const why = keptText(said('reasons.kept.undoneAtMatch'));
  const outcome = await undoMatch(textOf(data, 'match'), viewer.email, why, await askedFrom());
  revalidatePath('/reconciliation', 'layout');
  if (outcome !== 'not_found') return { error: null };
  const t = await getTranslations('reconciliation');
  return { error: t('deed.matchGone') };
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

async function became(corrected: Corrected): Promise<DeedState> {
  if (corrected.outcome !== 'corrected') {
    const refused = said('reconciliation.deed.notCorrected', { why: whyNotCorrected(corrected) });
    return { error: spoken(refused, await displayReader()) };
  }
  revalidatePath('/reconciliation', 'layout');
  return { error: null };
}

function textOf(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim();
}
