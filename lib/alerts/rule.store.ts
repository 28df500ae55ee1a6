import 'server-only';
import { prisma } from '@/lib/db';
import type { AlertChannel } from './alert';
import { holdRule } from './alert.store';
import { type AlertRule, readWatch, type Watch } from './rule';

/** Rules and channels, as people keep them. */

type KeptRule = { kind: string; threshold: unknown } & Omit<AlertRule, 'kind' | 'threshold'>;

/** A rule whose kind or settings this version cannot read. */
export type UnreadableRule = { readonly id: string; readonly name: string };

function ruleOf({ kind, threshold, ...row }: KeptRule): AlertRule | null {
  const watch = readWatch(kind, threshold);
  return watch && { ...watch, ...row };
}

const SELECTED = {
  id: true,
  kind: true,
  name: true,
  threshold: true,
  channels: true,
  owner: true,
  isActive: true,
} as const;

/** Whoever waits for a rule that is being judged waits so long at the most. */
const JUDGING = { timeout: 30_000 } as const;

/** Every rule, the oldest first. */
export async function readRules(): Promise<{ rules: AlertRule[]; unreadable: UnreadableRule[] }> {
  const orderBy = [{ createdAt: 'asc' }, { kind: 'asc' }, { id: 'asc' }] as const;
  const rows = await prisma().alertRule.findMany({ select: SELECTED, orderBy: [...orderBy] });
  const rules = rows.flatMap((row) => ruleOf(row) ?? []);
  const unreadable = rows.filter((row) => ruleOf(row) === null).map(({ id, name }) => ({ id, name }));
  return { rules, unreadable };
}

export async function readRule(id: string): Promise<AlertRule | null> {
  const row = await prisma().alertRule.findUnique({ where: { id }, select: SELECTED });
  return row && ruleOf(row);
}

export type RuleWanted = Watch & Pick<AlertRule, 'name' | 'channels' | 'owner'>;

export async function createRules(wanted: readonly RuleWanted[], by: string): Promise<void> {
  await prisma().alertRule.createMany({
    data: wanted.map(({ channels, ...rule }) => ({ ...rule, channels: [...channels], createdBy: by })),
  });
}

/** `false`: there is no such rule of that kind any more. */
export async function changeRule(id: string, { kind, channels, ...wanted }: RuleWanted): Promise<boolean> {
  const { count } = await prisma().alertRule.updateMany({
    where: { id, kind },
    data: { ...wanted, channels: [...channels] },
  });
  return count > 0;
}

/** Paused, a rule watches nothing, and its alerts are over: nobody would see them end. */
export async function pauseRule(id: string, isActive: boolean, now: Date): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    await holdRule(tx, id);
    const { count } = await tx.alertRule.updateMany({ where: { id, isActive: !isActive }, data: { isActive } });
    if (count > 0 && !isActive) {
      await tx.alert.updateMany({ where: { ruleId: id, endedAt: null }, data: { endedAt: now } });
    }
    return count > 0;
  }, JUDGING);
}

/** Deletes a rule with its alerts; `null`: it was gone. */
export async function deleteRule(id: string): Promise<{ readonly name: string; readonly alerts: number } | null> {
  return prisma().$transaction(async (tx) => {
    const alerts = await tx.alert.count({ where: { ruleId: id } });
    const rule = await tx.alertRule.findUnique({ where: { id }, select: { name: true } });
    const { count } = await tx.alertRule.deleteMany({ where: { id } });
    return rule && count > 0 ? { name: rule.name, alerts } : null;
  });
}

const CHANNEL = { id: true, kind: true, name: true, target: true, locale: true } as const;

export async function readChannels(): Promise<AlertChannel[]> {
  const rows = await prisma().alertChannel.findMany({
    where: { removedAt: null },
    select: CHANNEL,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows as AlertChannel[];
}

export async function readChannel(id: string): Promise<AlertChannel | null> {
  const row = await prisma().alertChannel.findFirst({ where: { id, removedAt: null }, select: CHANNEL });
  return row as AlertChannel | null;
}

/** Resolves to its id. */
export async function createChannel(wanted: Omit<AlertChannel, 'id'>, by: string): Promise<string> {
  const { id } = await prisma().alertChannel.create({ data: { ...wanted, createdBy: by }, select: { id: true } });
  return id;
}

/** Nothing is told there any more; what was told keeps its name. */
export async function removeChannel(id: string, now: Date): Promise<boolean> {
  const { count } = await prisma().alertChannel.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: now },
  });
  return count > 0;
}
