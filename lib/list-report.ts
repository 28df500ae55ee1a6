import 'server-only';
import { JOBS, type JobName } from '@/lib/jobs/job';
import type { JobRun } from '@/lib/jobs/run';
import { latestRuns } from '@/lib/jobs/run.store';
import { nextRun } from '@/lib/jobs/schedule';
import { countDifferences } from '@/lib/lists/difference.store';
import type { ListReport } from '@/lib/lists/report';
import { tallyOf } from '@/lib/lists/tally';
import { brlaClient, junoClient, neededFor, ripioClient } from '@/lib/provider-clients';
import type { Provider } from '@/lib/providers/catalogue';
import { LISTS, type ListName } from '@/lib/providers/listing';

/** Which job compares which list. */
const COMPARED_BY = {
  'juno-transactions': 'juno-transactions',
  'ripio-deposits': 'ripio-transfers',
  'ripio-withdrawals': 'ripio-transfers',
  'brla-pix-deposits': 'brla-history',
  'brla-pix-to-usd': 'brla-history',
} as const satisfies Record<ListName, JobName>;

const CLIENTS = { juno: junoClient, ripio: ripioClient, brla: brlaClient } as const satisfies Record<
  Provider,
  () => unknown
>;

/** Runs looked through for one that came to the list. */
const LOOKED_THROUGH = 50;

/** How each of the providers' lists compares with our store, and when that was last looked at. */
export async function reportLists(now: Date): Promise<ListReport[]> {
  const names = Object.keys(LISTS) as ListName[];
  const jobs = [...new Set(Object.values(COMPARED_BY))];
  const [counts, ...runs] = await Promise.all([
    countDifferences(),
    ...jobs.map((job) => latestRuns({ job, outcome: null }, LOOKED_THROUGH)),
  ]);
  const runsOf = new Map<JobName, JobRun[]>(jobs.map((job, at) => [job, runs[at] ?? []]));
  return names.map((list) => {
    const { provider } = LISTS[list];
    const job = COMPARED_BY[list];
    const ended = (runsOf.get(job) ?? []).filter(({ endedAt }) => endedAt !== null);
    const compared = ended.find((run) => tallyOf(run.counts, list) !== null);
    const [last] = ended;
    return {
      list,
      provider,
      missing: CLIENTS[provider]() === null ? neededFor(provider) : null,
      lastComparedAt: compared?.startedAt ?? null,
      tally: compared ? tallyOf(compared.counts, list) : null,
      problem: last && last.outcome !== 'done' && last.outcome !== 'not_set_up' ? last.summary : null,
      nextAt: nextRun(JOBS[job].cron, now),
      differences: counts[list],
    };
  });
}
