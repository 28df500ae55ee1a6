import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import type { LimitEntry, Limits } from './limit';

export type LimitRow = {
  readonly currency: string;
  readonly amount: string;
  readonly changedBy: string;
  readonly changedAt: Date;
};

/** Every limit, by its currency. */
export async function listLimits(): Promise<LimitRow[]> {
  return prisma().$queryRaw`
    SELECT currency, trim_scale(amount)::text AS amount, changed_by AS "changedBy", changed_at AS "changedAt"
    FROM approval_limits ORDER BY currency`;
}

/** The limits that hold now. */
export async function readApprovalLimits(): Promise<Limits> {
  return new Map((await listLimits()).map(({ currency, amount }) => [currency, amount]));
}

/** Sets the limit of a currency, or takes it away, after which every amount needs a second person. */
export async function changeLimit({ currency, amount }: LimitEntry, by: string, address: string | null): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const before = await limitIn(tx, currency);
    if (before === amount) return;
    if (amount === null) await tx.approvalLimit.deleteMany({ where: { currency } });
    else {
      const set = { amount, changedBy: by, changedAt: new Date() };
      await tx.approvalLimit.upsert({ where: { currency }, create: { currency, ...set }, update: set });
    }
    await record(tx, {
      ...{ actor: by, address, action: 'limit_changed', objectKind: 'approval_limit', objectId: currency },
      detail: { before: before === null ? null : { amount: before }, after: amount === null ? null : { amount } },
    });
  });
}

async function limitIn(tx: Tx, currency: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ amount: string }[]>`
    SELECT trim_scale(amount)::text AS amount FROM approval_limits WHERE currency = ${currency} FOR UPDATE`;
  return row?.amount ?? null;
}
