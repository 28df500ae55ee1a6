'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { ALL_KEYS, type LedgerActionState } from '@/components/webhooks/ledger-words';
import { requireRight } from '@/lib/access/session';
import { byViewer, logged } from '@/lib/audit';
import type { LedgerKey } from '@/lib/feeds/ledger';
import { readKey } from '@/lib/feeds/ledger-query';
import { requestJob } from '@/lib/jobs-status';
import type { Translator } from '@/lib/language/catalogue';
import { said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import { applyListed, confirmStored, type Done, ignoreListed } from '@/lib/unacknowledged';

/** More are not done at the push of one button; "all" is not bounded by it. */
const MAX_CHOSEN = 1_000;
const CONFIRM_LIMIT_MS = 60_000;

/** Applies, confirms or ignores the events that were chosen, and says what came of it. */
export async function actOnLedger(_before: LedgerActionState, data: FormData): Promise<LedgerActionState> {
  const viewer = await requireRight('recover');
  const t = await getTranslations('acknowledgements');
  const failure = (text: string): LedgerActionState => ({
    tone: 'negative',
    title: t('ledger.answer.nothing'),
    text,
  });
  const keys = chosen(data);
  if (keys === 'unreadable') return failure(t('ledger.answer.unreadable'));
  if (keys?.length === 0) return failure(t('ledger.answer.noneChosen'));
  const wanted = data.get('do');
  const reason = String(data.get('reason') ?? '').trim();
  if (wanted === 'ignore' && (reason === '' || keys === null)) return failure(t('ledger.answer.sayWhy'));
  try {
    const done = await act(wanted, keys, reason.slice(0, 300), await byViewer(viewer));
    log.info({ user: viewer.id, wanted: String(wanted), done: done.done.length }, 'undelivered events');
    revalidatePath('/webhooks/unacknowledged');
    return await answer(wanted, done, t);
  } catch (error) {
    log.error({ err: error }, 'undelivered events');
    return failure(t('ledger.answer.failed'));
  }
}

type Doer = Awaited<ReturnType<typeof byViewer>>;

function act(wanted: unknown, keys: LedgerKey[] | null, reason: string, { actor, address }: Doer): Promise<Done> {
  if (wanted === 'apply') return applyListed(keys, actor, new Date(), address);
  if (wanted === 'confirm')
    return confirmStored(keys, actor, AbortSignal.timeout(CONFIRM_LIMIT_MS), new Date(), address);
  if (wanted === 'ignore' && keys) return ignoreListed(keys, reason, actor, address);
  return Promise.resolve({ done: [], problem: said('acknowledgements.ledger.answer.unknownAction') });
}

/** The events a form names; `null` where it says all. */
function chosen(data: FormData): LedgerKey[] | null | 'unreadable' {
  const texts = data.getAll('key');
  if (texts.includes(ALL_KEYS)) return null;
  const keys = texts.map((text) => (typeof text === 'string' ? readKey(text) : null)).filter((key) => key !== null);
  return keys.length === texts.length && keys.length <= MAX_CHOSEN ? keys : 'unreadable';
}

async function answer(
  wanted: unknown,
  { done, problem }: Done,
  t: Translator<'acknowledgements'>,
): Promise<LedgerActionState> {
  const title = countOf(wanted, done.length, t);
  if (problem !== null) {
    const text = typeof problem === 'string' ? problem : spoken(problem, await displayReader());
    return { tone: done.length > 0 ? 'caution' : 'negative', title, text };
  }
  const rest = wanted === 'apply' ? t('ledger.answer.applied') : '';
  return { tone: 'positive', title, text: done.length > 0 ? rest : t('ledger.answer.othersDone') };
}

function countOf(wanted: unknown, count: number, t: Translator<'acknowledgements'>): string {
  if (wanted === 'apply' || wanted === 'confirm' || wanted === 'ignore') return t(`ledger.answer.${wanted}`, { count });
  return t('ledger.answer.done', { count });
}

/** Has the providers asked at once; the page shows what they say when they have said it. */
export async function checkNow(): Promise<LedgerActionState> {
  const viewer = await requireRight('recover');
  const asked = await requestJob('brla-unacknowledged', viewer);
  const detail = { outcome: asked.outcome };
  await logged(viewer, { action: 'job_requested', objectKind: 'job', objectId: 'brla-unacknowledged', detail });
  const t = await getTranslations('acknowledgements');
  const title = t(`ledger.asked.${asked.outcome}`);
  if (asked.outcome === 'queued_without_worker') return { tone: 'caution', title, text: t('ledger.asked.onceOneRuns') };
  if (asked.outcome === 'no_queue') return { tone: 'negative', title, text: t('ledger.asked.startWorker') };
  return { tone: 'positive', title, text: '' };
}
