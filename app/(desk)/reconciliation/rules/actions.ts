'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LONGEST_RULE_NOTE, type RuleState } from '@/components/rules/rule-note';
import type { RunState } from '@/components/rules/run-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom, logged } from '@/lib/audit';
import { spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import { reconcile } from '@/lib/reconcile';
import { RULES } from '@/lib/reconciliation/match';
import { saveRule } from '@/lib/reconciliation/rule.store';

/** Runs the passes, kept or dry, and goes on to what came of it. */
export async function runPasses(_before: RunState, data: FormData): Promise<RunState> {
  const viewer = await requireRight('configure');
  const isDry = data.get('dry') !== 'false';
  const runId = await run(isDry, viewer.email);
  if (runId === null) {
    const t = await getTranslations('rules');
    return { error: t('fault.runFailed') };
  }
  const deed = { action: 'rules_run', objectKind: 'run', objectId: runId } as const;
  if (!isDry) await logged(viewer, { ...deed, detail: {} });
  revalidatePath('/reconciliation', 'layout');
  redirect(`/reconciliation/rules/runs/${runId}`);
}

async function run(isDry: boolean, requestedBy: string): Promise<string | null> {
  try {
    return (await reconcile({ isDry, requestedBy })).runId;
  } catch (error) {
    log.error({ err: error }, 'reconciliation: a run failed');
    return null;
  }
}

/** Saves a rule as a new version; a note is asked for. */
export async function changeRule(_before: RuleState, data: FormData): Promise<RuleState> {
  const viewer = await requireRight('configure');
  const t = await getTranslations('rules');
  const note = String(data.get('note') ?? '').trim();
  const rule = RULES.find((known) => known === data.get('rule'));
  if (!rule) return { outcome: 'refused', problems: [t('fault.noRule')], note };
  if (note === '' || note.length > LONGEST_RULE_NOTE)
    return { outcome: 'refused', problems: [t('fault.noNote', { most: LONGEST_RULE_NOTE })], note };
  const days = String(data.get('windowDays') ?? '');
  const settings = {
    isOn: data.get('isOn') === 'true',
    isAutomatic: data.get('isAutomatic') === 'true',
    rails: data.getAll('rails'),
    windowDays: /^\d{1,2}$/.test(days) ? Number(days) : null,
  };
  const saved = await saveRule(rule, settings, note, viewer.email, await askedFrom());
  if (saved.outcome === 'invalid') {
    const reader = await displayReader();
    return { outcome: 'refused', problems: saved.problems.map((problem) => spoken(problem, reader)), note };
  }
  if (saved.outcome === 'unchanged') return { outcome: 'refused', problems: [t('fault.unchanged')], note };
  revalidatePath('/reconciliation/rules', 'layout');
  return { outcome: 'saved', version: saved.version };
}
