import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/lib/env';
import { admit } from '@/lib/ingest';
import { JOBS, type Job, type JobContext, type JobName, type JobReport } from '@/lib/jobs/job';
import { latestRuns } from '@/lib/jobs/run.store';
import { summaryOf } from '@/lib/jobs/summary';
import { keptText, type Said, said } from '@/lib/language/said';
import { inBatches, isPast, type ReadRow, readRow } from '@/lib/lists/batch';
import { changesOf, findingsOf, type Noted } from '@/lib/lists/findings';
import { hasUnreadRows, lookUp, noteDifferences, oldestUnsettled, settleDifferences } from '@/lib/lists/list.store';
import { count, countsOf, emptyTally, type Tally, tallySaid } from '@/lib/lists/tally';
import { projectBatch } from '@/lib/project';
import { brlaClient, junoClient, ripioClient } from '@/lib/provider-clients';
import { BRLA_HOSTS } from '@/lib/providers/brla/api';
import { PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import { ApiFailure } from '@/lib/providers/failure';
import { JUNO_HOSTS } from '@/lib/providers/juno/client.api';
import { LISTS, type ListedRow, type ListName } from '@/lib/providers/listing';
import { RIPIO_HOSTS } from '@/lib/providers/ripio/api';

/** Rows looked up in one statement: memory stays flat however long a list is. */
const BATCH_ROWS = 500;
const DAY_MS = 24 * 3_600_000;
/** What a provider may show late, or change afterwards, is seen again. */
const OVERLAP_MS = DAY_MS;
const LONGEST_WINDOW_MS = 90 * DAY_MS;
/** How often we look whether another worker is done with what we stored. */
const LOOK_AGAIN_MS = 50;

/** One list to compare, opened when its turn comes. */
type Source = { readonly list: ListName; readonly open: () => AsyncIterable<ListedRow> };

/**
 * Each reads its provider's lists, adds what never reached us, fills what we do not know, and notes what contradicts.
 * Safe to run at any time and to be killed at any moment: what was stored is not stored again.
 */
export const backfillJuno: Job = async (context) => {
  const client = junoClient();
  if (!client) return notSetUp('juno');
  const since = await comparedSince('juno-transactions', context.now);
  const from = since ?? earliestOf(context.now);
  return compareLists(
    [{ list: 'juno-transactions', open: () => client.listTransactions({ from }, context.signal) }],
    since,
    context,
  );
};

export const backfillRipio: Job = async (context) => {
  const client = ripioClient();
  if (!client) return notSetUp('ripio');
  return compareLists(
    [
      { list: 'ripio-deposits', open: () => client.listDeposits(context.signal) },
      { list: 'ripio-withdrawals', open: () => client.listWithdrawals(context.signal) },
    ],
    await comparedSince('ripio-transfers', context.now),
    context,
  );
};

export const backfillBrla: Job = async (context) => {
  const client = brlaClient();
  if (!client) return notSetUp('brla');
  const sources = client.accounts.flatMap((account): Source[] => [
    { list: 'brla-pix-deposits', open: () => client.listPixDeposits(account, context.signal) },
    { list: 'brla-pix-to-usd', open: () => client.listPixToUsd(account, context.signal) },
  ]);
  return compareLists(sources, await comparedSince('brla-history', context.now), context);
};

function notSetUp(provider: Provider): JobReport {
  const needed = said(`jobs.needed.${provider}`);
  const summary = said('jobs.lists.notSetUp', { provider: PROVIDER_LABELS[provider], needed });
  return { outcome: 'not_set_up', summary: keptText(summary), counts: {} };
}

/**
 * From when on a comparison must look again: the last that came to its end, and further back to what is still open or
 * in contradiction. `null` before the first.
 */
async function comparedSince(
  job: Exclude<JobName, 'reconcile' | 'exports' | 'alerts'>,
  now: Date,
): Promise<Date | null> {
  const [last] = await latestRuns({ job, outcome: 'done' }, 1);
  if (!last) return null;
  const earliest = earliestOf(now);
  const again = new Date(+last.startedAt - OVERLAP_MS);
  const unsettled = await oldestUnsettled(JOBS[job].provider, earliest);
  const since = unsettled && unsettled < again ? unsettled : again;
  return new Date(Math.max(+since, +earliest));
}

function earliestOf(now: Date): Date {
  return new Date(+now - LONGEST_WINDOW_MS);
}

async function compareLists(sources: readonly Source[], since: Date | null, context: JobContext): Promise<JobReport> {
  const tallies = new Map<ListName, Tally>();
  const problems: (Said | string)[] = [];
  for (const { list, open } of sources) {
    const tally = tallies.get(list) ?? emptyTally();
    tallies.set(list, tally);
    try {
      // What a run that was killed had stored is read first, so that it is not missing any more.
      await untilRead(LISTS[list].provider);
      await compareList(list, open(), since, tally, context);
    } catch (failure) {
      if (context.signal.aborted) problems.push(said('jobs.lists.stopped'));
      else if (failure instanceof ApiFailure) problems.push(failure.message);
      else throw failure;
    }
    if (context.signal.aborted) break;
  }
  const summary = summaryOf([...[...tallies].map(([list, tally]) => tallySaid(list, tally)), ...new Set(problems)]);
  const counts = countsOf(tallies);
  if (problems.length === 0) return { outcome: 'done', summary, counts };
  const hasRead = problems.length < sources.length || [...tallies.values()].some(({ rows }) => rows > 0);
  return { outcome: hasRead ? 'partial' : 'failed', summary, counts };
}

async function compareList(
  list: ListName,
  rows: AsyncIterable<ListedRow>,
  since: Date | null,
  tally: Tally,
  { now, signal }: JobContext,
): Promise<void> {
  for await (const batch of inBatches(rows, BATCH_ROWS)) {
    const read = batch.map(readRow);
    const hasNews = await compareBatch(list, read, tally, now);
    if (signal.aborted) throw signal.reason;
    if (since && !hasNews && isPast(read, since)) return;
  }
}

/** Compares one batch and does what follows from it; resolves to whether anything in it was new. */
async function compareBatch(list: ListName, read: readonly ReadRow[], tally: Tally, now: Date): Promise<boolean> {
  const events = read.flatMap(({ reading }) => reading.events.filter(({ isEcho }) => !isEcho));
  const known = await lookUp(
    list,
    [...events.map(({ transactionId }) => transactionId), ...read.map(({ rowId }) => rowId)],
    events.map(({ id }) => id),
  );
  const news = new Map<string, ReadRow>();
  const found: Noted[] = [];
  for (const row of read) {
    const { verdict, isNews, differences } = findingsOf(row, known);
    const content = row.reading.events[0]?.id ?? row.rowId;
    if (news.has(content)) continue; // listed twice: the list changed while it was read
    count(tally, verdict);
    if (isNews) news.set(content, row);
    found.push(...differences);
  }
  await store(LISTS[list].provider, [...news.values()]);
  const { noted, settled } = changesOf(found, known);
  await noteDifferences(list, noted, now);
  await settleDifferences(list, settled, now);
  return news.size > 0;
}

/** Puts rows through the door every message comes by, and waits until they are read and folded. */
async function store(provider: Provider, rows: readonly ReadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const message = { provider, origin: 'listed', receivedAt: new Date(), host: hostOf(provider) } as const;
  await Promise.all(rows.map(({ body }) => admit({ ...message, body })));
  await untilRead(provider);
}

/** Lends the projector a hand; what another worker holds is waited for. */
async function untilRead(provider: Provider): Promise<void> {
  while (await hasUnreadRows(provider)) {
    const { count: read } = await projectBatch();
    if (read === 0) await sleep(LOOK_AGAIN_MS);
  }
}

/** Whose API a listed row came from. */
function hostOf(provider: Provider): string {
  const settings = env();
  const url = {
    juno: settings.JUNO_API_URL ?? JUNO_HOSTS[settings.JUNO_ENVIRONMENT],
    ripio: settings.RIPIO_API_URL ?? RIPIO_HOSTS[settings.RIPIO_ENVIRONMENT],
    brla: settings.BRLA_API_URL ?? BRLA_HOSTS[settings.BRLA_ENVIRONMENT],
  } as const satisfies Record<Provider, string>;
  return new URL(url[provider]).hostname;
}
