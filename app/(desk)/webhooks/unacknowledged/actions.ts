'use server';

import { revalidatePath } from 'next/cache';
import { ALL_KEYS, type LedgerActionState } from '@/components/webhooks/ledger-words';
import { requireRight } from '@/lib/access/session';
import { byViewer, logged } from '@/lib/audit';
import type { LedgerKey } from '@/lib/feeds/ledger';
import { readKey } from '@/lib/feeds/ledger-query';
import { formatCount } from '@/lib/format';
import type { JobRequest } from '@/lib/jobs/run';
import { requestJob } from '@/lib/jobs-status';
import { log } from '@/lib/log';
import { applyListed, confirmStored, type Done, ignoreListed } from '@/lib/unacknowledged';

/** More are not done at the push of one button; "all" is not bounded by it. */
const MAX_CHOSEN = 1_000;
const CONFIRM_LIMIT_MS = 60_000;

/** Applies, confirms or ignores the events that were chosen, and says what came of it. */
export async function actOnLedger(_before: LedgerActionState, data: FormData): Promise<LedgerActionState> {
  const viewer = await requireRight('recover');
  const keys = chosen(data);
  if (keys === 'unreadable') return failure('The events were not named as they should be.');
  if (keys?.length === 0) return failure('No event was chosen.');
  const wanted = data.get('do');
  const reason = String(data.get('reason') ?? '').trim();
  if (wanted === 'ignore' && (reason === '' || keys === null)) return failure('Say why they are ignored.');
  try {
    const done = await act(wanted, keys, reason.slice(0, 300), await byViewer(viewer));
    log.info({ user: viewer.id, wanted: String(wanted), done: done.done.length }, 'undelivered events');
    revalidatePath('/webhooks/unacknowledged');
    return answer(wanted, done);
  } catch (error) {
    log.error({ err: error }, 'undelivered events');
    return failure('It could not be done. What was done before is kept, and nothing is lost: try again in a moment.');
  }
}

type Doer = Awaited<ReturnType<typeof byViewer>>;

function act(wanted: unknown, keys: LedgerKey[] | null, reason: string, { actor, address }: Doer): Promise<Done> {
  if (wanted === 'apply') return applyListed(keys, actor, new Date(), address);
  if (wanted === 'confirm')
    return confirmStored(keys, actor, AbortSignal.timeout(CONFIRM_LIMIT_MS), new Date(), address);
  if (wanted === 'ignore' && keys) return ignoreListed(keys, reason, actor, address);
  return Promise.resolve({ done: [], problem: 'Nobody knows this action.' });
}

/** The events a form names; `null` where it says all. */
function chosen(data: FormData): LedgerKey[] | null | 'unreadable' {
  const texts = data.getAll('key');
  if (texts.includes(ALL_KEYS)) return null;
  const keys = texts.map((text) => (typeof text === 'string' ? readKey(text) : null)).filter((key) => key !== null);
  return keys.length === texts.length && keys.length <= MAX_CHOSEN ? keys : 'unreadable';
}

const PAST = { apply: 'fetched and applied', confirm: 'confirmed to the provider', ignore: 'ignored' } as const;

function answer(wanted: unknown, { done, problem }: Done): LedgerActionState {
  const verb = PAST[wanted as keyof typeof PAST] ?? 'done';
  const count = `${formatCount(done.length)} ${done.length === 1 ? 'event was' : 'events were'} ${verb}`;
  if (problem) return { tone: done.length > 0 ? 'caution' : 'negative', title: count, text: problem };
  const rest = wanted === 'apply' ? 'They are folded in a moment; the effect shows on their transactions.' : '';
  return { tone: 'positive', title: count, text: done.length > 0 ? rest : 'The others were done already.' };
}

function failure(text: string): LedgerActionState {
  return { tone: 'negative', title: 'Nothing was done', text };
}

/** Has the providers asked at once; the page shows what they say when they have said it. */
export async function checkNow(): Promise<LedgerActionState> {
  const viewer = await requireRight('recover');
  const asked = await requestJob('brla-unacknowledged', viewer);
  const detail = { outcome: asked.outcome };
  await logged(viewer, { action: 'job_requested', objectKind: 'job', objectId: 'brla-unacknowledged', detail });
  return CHECK_ANSWERS[asked.outcome];
}

const CHECK_ANSWERS = {
  queued: { tone: 'positive', title: 'Asking now', text: '' },
  running: { tone: 'positive', title: 'A check is under way', text: '' },
  queued_without_worker: { tone: 'caution', title: 'No worker is running', text: 'The check runs once one does.' },
  no_queue: { tone: 'negative', title: 'No worker has ever run', text: 'Start the desk’s worker.' },
} as const satisfies Record<JobRequest['outcome'], LedgerActionState>;
