import 'server-only';
import { prisma } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { EVERY_MINUTE, type JobName, type JobOutcome, type JobReport } from './job';
import type { JobRun, RunFilters } from './run';

/** Runs kept of each job: months of the hourly ones, and more than two weeks of what runs every five minutes. */
const KEPT_RUNS = 5_000;

/** Writes down that a run begins, and lets the oldest of its job go; resolves to its id. */
export async function beginRun(job: JobName, requestedBy: string | null, startedAt: Date): Promise<bigint> {
  await prisma().$executeRaw`
    DELETE FROM job_runs WHERE job = ${job}
      AND id <= (SELECT id FROM job_runs WHERE job = ${job} ORDER BY id DESC OFFSET ${KEPT_RUNS}::int LIMIT 1)`;
  const { id } = await prisma().jobRun.create({ data: { job, requestedBy, startedAt }, select: { id: true } });
  return id;
}

/** How a run ended, unless it was given up for dead in the meantime. */
export async function endRun(
  id: bigint,
  endedAt: Date,
  { outcome, summary, counts }: Omit<JobReport, 'outcome'> & { readonly outcome: JobOutcome },
): Promise<void> {
  await prisma().jobRun.updateMany({ where: { id, endedAt: null }, data: { endedAt, outcome, summary, counts } });
}

const LISTED = Prisma.sql`
  id::text, job, requested_by AS "requestedBy", started_at AS "startedAt", ended_at AS "endedAt", outcome, summary, counts`;

/** The latest runs, newest first; without a filter none of those that run every minute and had nothing to tell. */
export function latestRuns({ job, outcome }: RunFilters, limit: number): Promise<JobRun[]> {
  const uneventful = Prisma.sql`(job <> ALL(${[...EVERY_MINUTE]}::text[]) OR outcome IS DISTINCT FROM 'done')`;
  const conditions = [
    job && Prisma.sql`job = ${job}`,
    outcome && Prisma.sql`outcome = ${outcome}`,
    job || outcome ? null : uneventful,
  ].filter((condition) => condition !== null);
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return prisma().$queryRaw<JobRun[]>`SELECT ${LISTED} FROM job_runs ${where} ORDER BY job_runs.id DESC LIMIT ${limit}`;
}

/** The latest run of a job, and the latest that failed. */
export async function lastRuns(job: JobName): Promise<{ last: JobRun | null; failure: JobRun | null }> {
  const [[last], [failure]] = await Promise.all([
    latestRuns({ job, outcome: null }, 1),
    latestRuns({ job, outcome: 'failed' }, 1),
  ]);
  return { last: last ?? null, failure: failure ?? null };
}
