'use server';

import { getTranslations } from 'next-intl/server';
import { type ReprocessState, toEffectRows } from '@/components/webhooks/effect-row';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { byWeight, summaryOf } from '@/lib/events/effect';
import { isSeq } from '@/lib/events/received';
import { effectsCsv } from '@/lib/exports/effects-csv';
import { log } from '@/lib/log';
import { spokenReading } from '@/lib/providers/reading-words';
import { displayReader } from '@/lib/reader';
import { MAX_REPROCESSED, reprocess } from '@/lib/reprocess';

/** Reads again exactly the deliveries whose effects were shown, and says what came of it. */
export async function runReprocess(_before: ReprocessState, data: FormData): Promise<ReprocessState> {
  const viewer = await requireRight('repair');
  const t = await getTranslations('deliveries');
  const reader = await displayReader();
  const text = data.get('seqs');
  const seqs = typeof text === 'string' ? [...new Set(text.split(','))] : [];
  if (seqs.length > MAX_REPROCESSED || !seqs.every(isSeq)) {
    return { failure: t('effects.notNamed') };
  }
  try {
    const effects = byWeight(await reprocess(seqs.map(BigInt), await byViewer(viewer)));
    const summary = summaryOf(seqs.length, effects);
    log.info({ user: viewer.id, read: seqs.length, changed: summary.changed }, 'reprocess');
    const told = effects.map((effect) => ({
      ...effect,
      reason: effect.reason && spokenReading(effect.reason, reader),
    }));
    return { summary, rows: toEffectRows(effects, reader), csv: effectsCsv(told, reader) };
  } catch (error) {
    log.error({ err: error, user: viewer.id }, 'reprocess: failed');
    return { failure: t('effects.failed') };
  }
}
