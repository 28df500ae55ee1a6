// Jobs of the queue, asked for while two workers look at it.

import { until } from './machine.mjs';

const JOB = 'reconcile';
let asked = 0;

/** Asks for a run and waits until it is over; returns who asked, which no other run has. */
export async function askedOnce(stage) {
  const by = `cluster-${++asked}@example.com`;
  await until(() =>
    stage.query(
      `SELECT graphile_worker.add_job(identifier => $1::text, payload => json_build_object('requestedBy', $2::text),
         queue_name => $1::text, max_attempts => 1)::text`,
      [JOB, by],
    ),
  );
  await until(async () => (await runsOf(stage, by)).some(({ ended_at }) => ended_at !== null), 30);
  return by;
}

const runsOf = (stage, by) => stage.query('SELECT outcome, ended_at FROM job_runs WHERE requested_by = $1', [by]);

/** Each asked-for run happened once, no two of a kind at once, and none is left without its end. */
export async function checkJobs(report, stage, requesters) {
  for (const by of requesters) {
    const runs = await runsOf(stage, by);
    report.check(
      `runs of the job that ${by.split('@')[0]} asked for`,
      runs.map(({ outcome }) => outcome).join(),
      'done',
    );
  }
  const [{ overlaps }] = await stage.query(`
    SELECT count(*)::int AS overlaps FROM job_runs a JOIN job_runs b ON a.job = b.job AND a.id < b.id
    WHERE b.started_at < coalesce(a.ended_at, now()) AND a.started_at < coalesce(b.ended_at, now())`);
  report.check('runs of one job at the same time', overlaps, 0);
  await until(async () => (await openRuns(stage)) === 0, 30).catch(() => {});
  report.check('runs without an end', await openRuns(stage), 0);
}

async function openRuns(stage) {
  const [{ open }] = await stage.query(
    `SELECT count(*)::int AS open FROM job_runs WHERE ended_at IS NULL AND started_at < now() - interval '5 s'`,
  );
  return open;
}
