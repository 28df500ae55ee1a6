import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';

/** What a person says of a false acknowledgement; at least one of the two is told. */
export type RecoveryClaim = { readonly deliverySeq: bigint | null; readonly reason: string | null };

/** Expected ways in which a false acknowledgement is not marked, or not unmarked. */
export type RecoveryOutcome =
  | 'done'
  | 'not_found'
  | 'already_recovered'
  | 'no_such_delivery'
  | 'other_provider'
  | 'came_before';

/**
 * Marks a lost message as recovered on a person's word. A delivery that is named must be able to have brought it: of the
 * same provider, as far as the address told one, and received after the false answer.
 */
export function markRecovered(
  id: string,
  { deliverySeq, reason }: RecoveryClaim,
  recoveredBy: string,
  address: string | null = null,
): Promise<RecoveryOutcome> {
  return prisma().$transaction(async (tx): Promise<RecoveryOutcome> => {
    await tx.$executeRaw`SELECT FROM false_acknowledgements WHERE id = ${id} FOR UPDATE`;
    const lost = await tx.falseAcknowledgement.findUnique({ where: { id } });
    if (!lost) return 'not_found';
    if (lost.recoveredAt !== null) return 'already_recovered';
    if (deliverySeq !== null) {
      const select = { provider: true, receivedAt: true } as const;
      const delivery = await tx.delivery.findUnique({ where: { seq: deliverySeq }, select });
      if (!delivery) return 'no_such_delivery';
      if (lost.provider !== null && delivery.provider !== lost.provider) return 'other_provider';
      if (delivery.receivedAt < lost.answeredAt) return 'came_before';
    }
    await tx.falseAcknowledgement.update({
      where: { id },
      data: { recoveredSeq: deliverySeq, recoveredReason: reason, recoveredBy, recoveredAt: new Date() },
    });
    const told = { delivery: deliverySeq === null ? null : String(deliverySeq), reason };
    await record(tx, { ...deedOn(id, recoveredBy, address), detail: { kind: 'marked', ...told } });
    return 'done';
  });
}

function deedOn(id: string, actor: string, address: string | null) {
  return { actor, address, action: 'recovery_marked', objectKind: 'lost_message', objectId: id } as const;
}

/** Opens it again; what was said of it is gone. */
export function undoRecovery(id: string, by: string, address: string | null = null): Promise<RecoveryOutcome> {
  return prisma().$transaction(async (tx): Promise<RecoveryOutcome> => {
    const { count } = await tx.falseAcknowledgement.updateMany({
      where: { id },
      data: { recoveredSeq: null, recoveredReason: null, recoveredBy: null, recoveredAt: null },
    });
    if (count !== 1) return 'not_found';
    await record(tx, { ...deedOn(id, by, address), detail: { kind: 'undone' } });
    return 'done';
  });
}
