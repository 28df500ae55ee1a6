import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import type { Job } from '@/lib/jobs/job';
import { keptText, said } from '@/lib/language/said';
import { holdTables } from '@/lib/rebuild.store';
import { findExceptions } from '@/lib/reconciliation/exception.store';
import { followLegs } from '@/lib/reconciliation/follow.store';
import { PASS_OF_RULE, type Rule } from '@/lib/reconciliation/match';
import { openTables, type SqlRule } from '@/lib/reconciliation/pair.store';
import { matchAlone, matchExplained, type RuleInForce, type Taken } from '@/lib/reconciliation/pass.store';
import { rulesInForce } from '@/lib/reconciliation/rule.store';
import type { RuleVersion } from '@/lib/reconciliation/rule-version';
import { beginRun, countFree, countLeft, endRun, holdMatching, sumTaken } from '@/lib/reconciliation/run.store';
import type { RunFigures } from '@/lib/reconciliation/view';
import { shownEnvironment } from '@/lib/shown-environment';

const RUN_LIMITS = { maxWait: 10_000, timeout: 30 * 60 * 1000 } as const;

/** `requestedBy`: an e-mail address; `null` when its time had come. */
export type RunRequest = { readonly isDry: boolean; readonly requestedBy: string | null; readonly now?: Date };
export type RunResult = { readonly runId: string; readonly figures: RunFigures };

/**
 * Asks whether the bank and the providers agree: the passes, certain before doubtful, then the exceptions of what is left.
 * One database transaction; a dry run does the same and takes it back. Matching twice changes nothing, and of two runs at
 * once the second waits.
 */
export async function reconcile({ isDry, requestedBy, now = new Date() }: RunRequest): Promise<RunResult> {
  const id = await beginRun(isDry, requestedBy, now);
  const began = performance.now();
  const done = await keptUnless(isDry, (tx) => runIn(tx, id, now));
  const figures = { ...done, milliseconds: Math.round(performance.now() - began) };
  await endRun(id, figures, new Date(+now + figures.milliseconds));
  return { runId: String(id), figures };
}

async function runIn(tx: Tx, runId: bigint, now: Date): Promise<Omit<RunFigures, 'milliseconds'>> {
  await holdTables(tx);
  await holdMatching(tx);
  const environment = shownEnvironment();
  const versions = await rulesInForce(tx);
  const rules = versions.flatMap((one) => inForce(one, environment));
  const automatic = rules.filter(({ settings }) => settings.isAutomatic);
  const first = automatic.filter(({ rule }) => PASS_OF_RULE[rule] === 1);
  await followLegs(tx);
  await openTables(tx);
  const before = await countFree(tx, environment);
  const taken: Taken[] = await matchAlone(tx, 1, first, runId);
  for (const rule of first) taken.push(await matchExplained(tx, rule, runId));
  const second = automatic.filter(({ rule }) => PASS_OF_RULE[rule] === 2);
  taken.push(...(await matchAlone(tx, 2, second, runId)));
  const windowDays = Math.max(0, ...rules.map(({ settings }) => settings.windowDays));
  const today = now.toISOString().slice(0, 10);
  const exceptions = await findExceptions(tx, { environment, rules, windowDays, today });
  const left = await countLeft(tx, await countFree(tx, environment));
  const figures = {
    rules: Object.fromEntries(versions.map(({ rule, version }) => [rule, version])) as Record<Rule, number>,
    linesIn: before.lines,
    legsIn: before.legs,
    matched: sumTaken(taken),
    linesLeft: left.lines,
    legsLeft: left.legs,
    exceptions,
  };
  await logRun(tx, runId, figures);
  return figures;
}

/** What rules match is not logged one by one: the run is, where it changed anything. A dry run takes its entry back too. */
async function logRun(tx: Tx, runId: bigint, { matched, exceptions }: Omit<RunFigures, 'milliseconds'>): Promise<void> {
  const lines = Object.values(matched).reduce((sum, one) => sum + one.lines, 0);
  const { opened, reopened, resolved } = exceptions;
  if (lines + opened + reopened + resolved === 0) return;
  await record(tx, {
    ...{ actor: 'desk', address: null, action: 'rules_run', objectKind: 'run', objectId: String(runId) },
    detail: { lines, opened, reopened, resolved },
  });
}

function inForce({ rule, version, settings }: RuleVersion, environment: RuleInForce['environment']): RuleInForce[] {
  return rule === 'similar' || !settings.isOn ? [] : [{ rule: rule satisfies SqlRule, version, settings, environment }];
}

/** What a dry run throws to take everything back, with what it had to say. */
class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('A dry run keeps nothing.');
  }
}

async function keptUnless<T>(isDry: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await prisma().$transaction(async (tx) => {
      const result = await work(tx);
      if (isDry) throw new Undone(result);
      return result;
    }, RUN_LIMITS);
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  }
}

/** The background job; an import and whoever wants it now ask for it by name. */
export const reconcileJob: Job = async ({ now, requestedBy }) => {
  const { figures } = await reconcile({ isDry: false, requestedBy, now });
  const matched = Object.values(figures.matched).reduce((sum, { lines }) => sum + lines, 0);
  const { opened, reopened, resolved } = figures.exceptions;
  return {
    outcome: 'done',
    summary: keptText(
      said('reconciliation.job.summary', { matched, lines: figures.linesIn, opened: opened + reopened, resolved }),
    ),
    counts: { lines: figures.linesIn, legs: figures.legsIn, matched, opened, reopened, resolved },
  };
};
