import 'server-only';
import { prisma, type Tx } from '@/lib/db';
import { afterFailure, type Failures, LOCK_OUT, type Subject, waitsUntil } from './lock-out';

export type Attempt =
  /** `isLast`: if it fails, whoever tries has to wait. */
  { readonly status: 'allowed'; readonly isLast: boolean } | { readonly status: 'locked'; readonly until: Date };

type Kept = Failures & { readonly subject: string };

/**
 * Counts a try as failed before anything is checked, so that a thousand tries at once are a thousand failures and not
 * one; `forgive` takes it back when it succeeds. A try during a wait is refused and counts no further.
 */
export async function beginAttempt(subjects: readonly Subject[], now: Date): Promise<Attempt> {
  const keys = subjects.map(({ key }) => key);
  // Without a lock first: whoever waits already costs one look-up and no more.
  const waiting = await prisma().signInFailure.findMany({ where: { subject: { in: keys }, lockedUntil: { gt: now } } });
  const until = longest(waiting, now);
  if (until) return { status: 'locked', until };
  return prisma().$transaction((tx) => count(tx, subjects, now));
}

async function count(tx: Tx, subjects: readonly Subject[], now: Date): Promise<Attempt> {
  // In one order, so that two tries of the same account never wait for each other in a circle.
  const sorted = [...subjects].sort((a, b) => (a.key < b.key ? -1 : 1));
  const before: { subject: Subject; failures: Failures | null }[] = [];
  for (const subject of sorted) {
    await tx.$executeRaw`
      INSERT INTO sign_in_failures (subject, count, first_at, last_at) VALUES (${subject.key}, 0, ${now}, ${now})
      ON CONFLICT (subject) DO NOTHING`;
    const [failures] = await tx.$queryRaw<Kept[]>`
      SELECT subject, count, first_at AS "firstAt", last_at AS "lastAt", locked_until AS "lockedUntil"
      FROM sign_in_failures WHERE subject = ${subject.key} FOR UPDATE`;
    before.push({ subject, failures: failures ?? null });
  }
  const until = longest(
    before.flatMap(({ failures }) => failures ?? []),
    now,
  );
  if (until) return { status: 'locked', until };
  let isLast = false;
  for (const { subject, failures } of before) {
    const { count, firstAt, lastAt, lockedUntil } = afterFailure(failures, subject.kind, now);
    isLast ||= lockedUntil !== null;
    await tx.$executeRaw`
      UPDATE sign_in_failures SET count = ${count}, first_at = ${firstAt}, last_at = ${lastAt},
        locked_until = ${lockedUntil} WHERE subject = ${subject.key}`;
  }
  return { status: 'allowed', isLast };
}

function longest(kept: readonly Failures[], now: Date): Date | null {
  const ends = kept.map((failures) => waitsUntil(failures, now)).filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.max(...ends.map(Number)));
}

const KEPT_DAYS = 2;

/**
 * The try that was counted has succeeded: the account begins anew, and its address has failed once less. An address is
 * not forgiven the rest, or whoever has one account could try another's from there for ever.
 */
export async function forgive(subjects: readonly Subject[], now: Date): Promise<void> {
  const own = subjects.filter(({ kind }) => kind !== 'address').map(({ key }) => key);
  const shared = subjects.filter(({ kind }) => kind === 'address').map(({ key }) => key);
  const forgotten = new Date(+now - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await prisma().signInFailure.deleteMany({ where: { OR: [{ subject: { in: own } }, { lastAt: { lt: forgotten } }] } });
  for (const key of shared) {
    await prisma().$executeRaw`
      UPDATE sign_in_failures SET count = greatest(count - 1, 0),
        locked_until = CASE WHEN count - 1 >= ${LOCK_OUT.address.allowed} THEN locked_until END
      WHERE subject = ${key}`;
  }
}
