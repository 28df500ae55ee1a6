import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';
import { type Environment, isProvider, type Provider } from '@/lib/providers/catalogue';
import type { Refusal } from './refusal';
import { RefusalGate } from './refusal-gate';
import { sourceOfPath } from './webhook-path';

const MIB = 1024 * 1024;
const MAX_KEPT = { rows: 20_000, bytes: 256 * MIB } as const;
const holder = globalThis as typeof globalThis & { conciliaRefusals?: RefusalGate };

function gate(): RefusalGate {
  holder.conciliaRefusals ??= new RefusalGate({ perMinute: 300, bytesPerMinute: 32 * MIB });
  return holder.conciliaRefusals;
}

/** Keeps a refused message whole. `false` when the bounds are reached: then it was only counted. */
export async function keepRefusal(refusal: Refusal): Promise<boolean> {
  const { cause } = refusal;
  const sizeBytes = refusal.body.byteLength;
  if (!gate().admits(cause, sizeBytes, +refusal.receivedAt)) return false;
  await writeCounts(refusal.receivedAt);
  const [kept] = await prisma().$queryRaw<{ rows: number; bytes: number }[]>`
    SELECT count(*)::int AS rows, coalesce(sum(size_bytes), 0)::float8 AS bytes FROM refusals WHERE admitted_seq IS NULL`;
  const isFull = (kept?.rows ?? 0) >= MAX_KEPT.rows || (kept?.bytes ?? 0) + sizeBytes > MAX_KEPT.bytes;
  if (isFull) gate().count(cause);
  else await prisma().refusal.create({ data: { ...refusal, sizeBytes } });
  return !isFull;
}

/**
 * Writes down what this process only counted so far, under the minute in which it next looked; whoever shows the counts
 * looks first.
 */
export async function writeCounts(now: Date): Promise<void> {
  for (const [cause, count] of gate().takeCounts()) {
    await prisma().$executeRaw`
      INSERT INTO refusal_counts (minute, cause, count) VALUES (date_trunc('minute', ${now}::timestamptz), ${cause}, ${count})
      ON CONFLICT (minute, cause) DO UPDATE SET count = refusal_counts.count + excluded.count`;
  }
}

/** Expected ways in which an admission does not happen. */
export type Admission =
  | { readonly deliverySeq: string }
  | { readonly message: 'not_found' | 'already_admitted' | 'unknown_source' };

/**
 * Makes a delivery of a refused message, on a person's word that it is genuine: same bytes, same headers, same time of
 * arrival, its origin marked. Once only.
 */
export function admitRefusal(
  seq: bigint,
  admittedBy: string,
  environmentOf: (provider: Provider) => Environment,
  address: string | null = null,
): Promise<Admission> {
  return prisma().$transaction(async (tx): Promise<Admission> => {
    await tx.$executeRaw`SELECT FROM refusals WHERE seq = ${seq} FOR UPDATE`;
    const refusal = await tx.refusal.findUnique({ where: { seq } });
    if (!refusal) return { message: 'not_found' };
    if (refusal.admittedSeq !== null) return { message: 'already_admitted' };
    const provider = sourceOfPath(refusal.path);
    if (!provider || !isProvider(provider)) return { message: 'unknown_source' };
    const delivery = await tx.delivery.create({
      data: {
        provider,
        environment: environmentOf(provider),
        origin: 'admitted',
        receivedAt: refusal.receivedAt,
        sourceAddress: refusal.sourceAddress,
        proof: 'person',
        headers: refusal.headers ?? {},
        body: refusal.body,
        answerStatus: refusal.answerStatus,
      },
      select: { seq: true, receivedAt: true },
    });
    await tx.inboxEntry.create({ data: { deliverySeq: delivery.seq, receivedAt: delivery.receivedAt } });
    await tx.refusal.update({
      where: { seq },
      data: { admittedSeq: delivery.seq, admittedBy, admittedAt: new Date() },
    });
    await record(tx, {
      ...{ actor: admittedBy, address, action: 'refusal_admitted', objectKind: 'refusal', objectId: String(seq) },
      detail: { delivery: String(delivery.seq) },
    });
    return { deliverySeq: String(delivery.seq) };
  });
}
