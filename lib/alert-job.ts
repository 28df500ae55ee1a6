import 'server-only';
import { type Failure, tellAlerts } from '@/lib/alert-channels';
import { judgeAlone } from '@/lib/alerts/alert.store';
import { crossingsOf } from '@/lib/alerts/conditions';
import { readFacts } from '@/lib/alerts/facts.store';
import { type Due, settleNotices, takeDue } from '@/lib/alerts/notice.store';
import type { AlertKind, AlertRule, Thresholds } from '@/lib/alerts/rule';
import { readRules } from '@/lib/alerts/rule.store';
import type { Job } from '@/lib/jobs/job';
import { summaryOf } from '@/lib/jobs/summary';
import { keptText, type Said, said } from '@/lib/language/said';
import { inTime } from '@/lib/snapshot.store';

/** Judges every rule, and tells what is due. A rule that cannot be judged stops no other, and no telling. */
export const alertsJob: Job = async ({ now, signal }) => {
  const { judged, raised, risen, ended, problems } = await judgeRules(now, signal);
  signal.throwIfAborted();
  const { told, failed } = await tellDue(now);
  const counts = { rules: judged, raised, risen, ended, told, failed };
  const summary = said('jobs.watched.summary', counts);
  return {
    outcome: problems.length > 0 ? 'partial' : 'done',
    summary: summaryOf([summary, ...problems]),
    counts,
  };
};

type Sum = { judged: number; raised: number; risen: number; ended: number; problems: Said[] };

/** Judges the rules one after the other; what another process is judging is left to it. */
export async function judgeRules(now: Date, signal?: AbortSignal): Promise<Sum> {
  const { rules, unreadable } = await readRules();
  const sum: Sum = {
    judged: 0,
    raised: 0,
    risen: 0,
    ended: 0,
    problems: unreadable.map(({ name }) => said('jobs.watched.unreadable', { rule: name })),
  };
  for (const rule of rules.filter(({ isActive }) => isActive)) {
    signal?.throwIfAborted();
    const done = await judgeRule(rule, now);
    if (typeof done === 'string') sum.problems.push(said(`jobs.watched.${done}`, { rule: rule.name }));
    else if (done) {
      sum.judged += 1;
      sum.raised += done.raised;
      sum.risen += done.risen;
      sum.ended += done.ended;
      if (!done.isWhole) sum.problems.push(said('jobs.watched.more', { rule: rule.name }));
    }
  }
  return sum;
}

/** What was changed; `null` where another process does it; a word where it could not be judged. */
async function judgeRule(rule: AlertRule, now: Date) {
  let isWhole = true;
  try {
    const done = await inTime(
      judgeAlone(
        rule,
        async () => {
          const read = await crossingsIn(rule, now);
          isWhole = read.isWhole;
          return read;
        },
        now,
      ),
    );
    if (done === 'too long') return 'tooLong' as const;
    return done && { ...done, isWhole };
  } catch (error) {
    console.error(`alerts: the rule ${rule.id} could not be judged:`, error);
    return 'broken' as const;
  }
}

async function crossingsIn<Kind extends AlertKind>(
  rule: { readonly kind: Kind; readonly threshold: Thresholds[Kind] },
  now: Date,
) {
  const { facts, isWhole } = await readFacts(rule, now);
  return { crossings: crossingsOf(rule, facts, now), isWhole };
}

/** Tells every channel what it is due, all channels at once, so that one that hangs delays no other. */
export async function tellDue(now: Date): Promise<{ told: number; failed: number }> {
  const due = await takeDue(now);
  const failures = await Promise.all(due.map((one) => tellOne(one, now)));
  const failed = failures.filter((failure) => failure !== null).length;
  return { told: failures.length - failed, failed };
}

async function tellOne({ channel, notices }: Due, now: Date): Promise<Failure> {
  const failure = await tellAlerts(
    channel,
    notices.map(({ alert }) => alert),
    now,
  );
  await settleNotices(
    notices.map(({ id }) => id),
    failure && keptText(failure),
    new Date(),
  );
  return failure;
}
