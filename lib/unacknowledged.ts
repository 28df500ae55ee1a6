import 'server-only';
import type { AuditAction } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { eventsOf } from '@/lib/events/inbox.store';
import { storedEvents } from '@/lib/events/reading.store';
import type { LedgerEffect, LedgerKey } from '@/lib/feeds/ledger';
import {
  compareListed,
  type Listed,
  markApplied,
  markAs,
  settleUnlisted,
  takeOpen,
  takeToApply,
  takeToConfirm,
} from '@/lib/feeds/ledger.store';
import { admit } from '@/lib/ingest';
import type { Job, JobReport } from '@/lib/jobs/job';
import { summaryOf } from '@/lib/jobs/summary';
import { keptText, type Said, said } from '@/lib/language/said';
import { log } from '@/lib/log';
import { feeds } from '@/lib/provider-clients';
import { ApiFailure } from '@/lib/providers/failure';
import type { EventFeed, FeedEvent, FeedName } from '@/lib/providers/listing';
import { readDelivery } from '@/lib/providers/read';
import { evolve } from '@/lib/transactions/evolve';

/** Listed events compared with the store in one statement. */
const COMPARED_AT_ONCE = 1_000;
/** Events applied, or confirmed, in one step; between steps a stop is heeded. */
const DONE_AT_ONCE = 100;
/** More are not named in one entry of the log. */
const LOGGED_IDS = 1_000;
const LIMITS = { maxWait: 10_000, timeout: 60_000 } as const;

/**
 * Asks BRLA and Avenia what they count as never delivered, and compares it with the store. Streams: memory does not
 * grow with the list. Applies and confirms nothing.
 */
export const checkUnacknowledged: Job = async ({ now, signal }) => {
  const asked = feeds();
  if (asked.length === 0)
    return {
      outcome: 'not_set_up',
      summary: keptText(
        said('jobs.undelivered.notSetUp', { brla: said('jobs.needed.brla'), avenia: said('jobs.needed.avenia') }),
      ),
      counts: {},
    };
  const told = { compared: 0, missing: 0 };
  const problems: Said[] = [];
  const complete: FeedName[] = [];
  for (const feed of asked) {
    const before = problems.length;
    for (const account of feed.accounts) {
      try {
        await compareAccount(feed, account, { now, signal, told });
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        const what = { feed: feed.name, message: error.message };
        problems.push(
          account ? said('jobs.undelivered.problemOf', { ...what, account }) : said('jobs.undelivered.problem', what),
        );
      }
    }
    if (problems.length === before) complete.push(feed.name);
  }
  if (complete.length > 0) await settleUnlisted(complete, now);
  return reportOf(
    told,
    problems,
    asked.reduce((count, feed) => count + feed.accounts.length, 0),
  );
};

function reportOf(told: { compared: number; missing: number }, problems: readonly Said[], asked: number): JobReport {
  const summary = summaryOf([said('jobs.undelivered.compared', told), ...problems]);
  if (problems.length === 0) return { outcome: 'done', summary, counts: told };
  const outcome = problems.length < asked || told.compared > 0 ? 'partial' : 'failed';
  return { outcome, summary, counts: told };
}

type Comparing = {
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly told: { compared: number; missing: number };
};

async function compareAccount(feed: EventFeed, account: string | null, { now, signal, told }: Comparing) {
  let batch: Listed[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    told.missing += await compareListed(feed.name, batch, now);
    told.compared += batch.length;
    batch = [];
  };
  try {
    for await (const event of feed.list(account, signal)) {
      if (event.isAcknowledged) continue; // whatever the filter of the list was taken for
      batch.push(listed(event, account));
      if (batch.length === COMPARED_AT_ONCE) await flush();
    }
  } finally {
    await flush(); // also of a list that broke off: what it named up to there is true
  }
}

function listed(event: FeedEvent, account: string | null): Listed {
  const ourEventId = readDelivery('brla', event.body).events[0]?.id ?? null;
  return { ...event, ourEventId, isForeign: isForeign(event, account) };
}

/** An event of an account that we did not ask for, as far as its row and our configuration tell. */
function isForeign({ account }: FeedEvent, asked: string | null): boolean {
  if (account === null) return false;
  const { BRLA_ACCOUNT, BRLA_SUB_ACCOUNTS, AVENIA_SUB_ACCOUNTS } = env();
  if (asked !== null) return account !== asked && account !== BRLA_ACCOUNT;
  return BRLA_ACCOUNT !== undefined && ![BRLA_ACCOUNT, ...BRLA_SUB_ACCOUNTS, ...AVENIA_SUB_ACCOUNTS].includes(account);
}

/** What became of each event that somebody wanted applied or confirmed; a problem is ours, or in a provider’s words. */
export type Done = { readonly done: readonly LedgerKey[]; readonly problem: Said | string | null };

/**
 * Fetches events of the ledger into the store, through the door every webhook comes by. `null` means all that are
 * open. Each is held while it is stored, so that two people cannot store it twice; one that cannot be stored now is
 * marked as failed and stops the others for this time.
 */
export async function applyListed(
  keys: readonly LedgerKey[] | null,
  by: string,
  now = new Date(),
  address: string | null = null,
): Promise<Done> {
  const done: LedgerKey[] = [];
  for (;;) {
    const { applied, failed } = await prisma().$transaction((tx) => applyStep(tx, keys, { by, now, address }), LIMITS);
    done.push(...applied.map(({ feed, eventId }) => ({ feed, eventId })));
    if (failed.length > 0)
      return { done, problem: said('acknowledgements.ledger.answer.notStored', { count: failed.length }) };
    if (applied.length < DONE_AT_ONCE) return { done, problem: null };
  }
}

type Step = { readonly by: string; readonly now: Date; readonly address: string | null };

async function applyStep(tx: Tx, keys: readonly LedgerKey[] | null, { by, now, address }: Step) {
  const taken = await takeToApply(tx, keys, DONE_AT_ONCE);
  const applied: (LedgerKey & { deliverySeq: string })[] = [];
  const failed: LedgerKey[] = [];
  await Promise.all(
    taken.map(async ({ feed, eventId, body }) => {
      try {
        const message = { provider: 'brla', origin: 'polled', receivedAt: now, body, host: HOSTS[feed] } as const;
        applied.push({ feed, eventId, deliverySeq: await admit(message) });
      } catch (error) {
        log.error({ err: error, event: eventId }, 'undelivered event: not stored');
        failed.push({ feed, eventId });
      }
    }),
  );
  await markApplied(tx, applied, by, now);
  await markAs(tx, failed, {
    state: 'failed',
    reason: keptText(said('acknowledgements.ledger.reason.notStored')),
    by,
    now,
  });
  await logStep(tx, 'events_applied', applied, { by, address });
  return { applied, failed };
}

/** What a step did, as one entry of the log; nothing where it did nothing. */
async function logStep(
  tx: Tx,
  action: AuditAction,
  keys: readonly LedgerKey[],
  { by: actor, address, ...told }: { readonly by: string; readonly address: string | null; readonly reason?: string },
): Promise<void> {
  const [first] = keys;
  const ids = keys.map(({ feed, eventId }) => `${feed} ${eventId}`);
  const deed = { actor, address, action, objectKind: 'event' } as const;
  if (first) await record(tx, { ...deed, objectId: first.eventId, detail: { ...told, count: ids.length, ids } });
}

const HOSTS = { brla: 'api.brla.digital', avenia: 'api.avenia.io' } as const satisfies Record<FeedName, string>;

/** Whether telling the providers what is stored is switched on. */
export function mayConfirm(): boolean {
  return env().BRLA_CONFIRM_EVENTS === 'on';
}

/**
 * Tells the providers which of their undelivered events are in the store by now. Only those whose delivery is there are
 * named; a crash in between leaves them to be named again. `null` means all.
 */
export async function confirmStored(
  keys: readonly LedgerKey[] | null,
  by: string,
  signal: AbortSignal,
  now = new Date(),
  address: string | null = null,
): Promise<Done> {
  const done: LedgerKey[] = [];
  if (!mayConfirm()) return { done, problem: said('acknowledgements.ledger.answer.switchedOff') };
  try {
    for (const feed of feeds()) {
      for (let count = DONE_AT_ONCE; count === DONE_AT_ONCE; ) {
        count = await prisma().$transaction(async (tx) => {
          const taken = await takeToConfirm(tx, feed.name, keys, DONE_AT_ONCE);
          if (taken.length === 0) return 0;
          await feed.confirm(
            taken.map((one) => one.confirmId),
            signal,
          );
          await markAs(tx, taken, { state: 'confirmed', reason: null, by, now });
          await logStep(tx, 'events_confirmed', taken, { by, address });
          done.push(...taken.map(({ feed: name, eventId }) => ({ feed: name, eventId })));
          return taken.length;
        }, LIMITS);
      }
    }
    return { done, problem: null };
  } catch (error) {
    if (error instanceof ApiFailure) return { done, problem: error.message };
    throw error;
  }
}

/** Leaves events as they are, for a reason; they stay in the ledger under it. What is in the store is not "ignored". */
export async function ignoreListed(
  keys: readonly LedgerKey[],
  reason: string,
  by: string,
  address: string | null = null,
): Promise<Done> {
  const done = await prisma().$transaction(async (tx) => {
    const taken = await takeOpen(tx, keys);
    await markAs(tx, taken, { state: 'ignored', reason, by, now: new Date() });
    await logStep(tx, 'events_ignored', taken.slice(0, LOGGED_IDS), { by, address, reason });
    return taken.map(({ feed, eventId }) => ({ feed, eventId }));
  });
  return { done, problem: null };
}

/** What applying each of these bodies would do to its transaction; nothing is changed. In the order given. */
export async function effectsOf(bodies: readonly Uint8Array[]): Promise<LedgerEffect[]> {
  const readings = bodies.map((body) => readDelivery('brla', body));
  const events = readings.flatMap((reading) => reading.events);
  const [stored, known] = await Promise.all([
    eventsOf(prisma(), [...new Set(events.map((event) => event.transactionId))]),
    storedEvents(
      prisma(),
      events.map((event) => event.id),
    ),
  ]);
  return readings.map((reading): LedgerEffect => {
    const [event] = reading.events;
    if (!event) return { outcome: 'unrecognised', reason: 'reason' in reading ? reading.reason : '' };
    const { transactionId } = event;
    if (known.has(event.id)) return { outcome: 'none', transactionId };
    const before = (stored.get(transactionId) ?? []).map((one) => one.event);
    const [was, will] = [evolve(before), evolve([...before, event])];
    if (!was) return { outcome: 'new', transactionId, after: will?.status ?? null };
    if (!will || was.status === will.status) return { outcome: 'details', transactionId };
    return { outcome: 'state', transactionId, before: was.status, after: will.status };
  });
}
