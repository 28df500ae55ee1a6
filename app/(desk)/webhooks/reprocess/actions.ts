'use server';

import { type ReprocessState, toEffectRows } from '@/components/webhooks/effect-row';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { byWeight, summaryOf } from '@/lib/events/effect';
import { isSeq } from '@/lib/events/received';
import { effectsCsv } from '@/lib/exports/effects-csv';
import { log } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import { MAX_REPROCESSED, reprocess } from '@/lib/reprocess';

/** Reads again exactly the deliveries whose effects were shown, and says what came of it. */
export async function runReprocess(_before: ReprocessState, data: FormData): Promise<ReprocessState> {
  const viewer = await requireRight('repair');
  const text = data.get('seqs');
  const seqs = typeof text === 'string' ? [...new Set(text.split(','))] : [];
  if (seqs.length > MAX_REPROCESSED || !seqs.every(isSeq)) {
    return { failure: 'The deliveries to read were not named as they should be. Nothing was changed.' };
  }
  try {
    const effects = byWeight(await reprocess(seqs.map(BigInt), await byViewer(viewer)));
    const summary = summaryOf(seqs.length, effects);
    log.info({ user: viewer.id, read: seqs.length, changed: summary.changed }, 'reprocess');
    return { summary, rows: toEffectRows(effects), csv: effectsCsv(effects, await displayReader()) };
  } catch (error) {
    log.error({ err: error, user: viewer.id }, 'reprocess: failed');
    return { failure: 'It could not be done, and nothing was changed: it is all or nothing. Try again in a moment.' };
  }
}
