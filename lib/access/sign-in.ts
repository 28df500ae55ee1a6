import 'server-only';
import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { recordAlone } from '@/lib/audit/store';
import { prisma, sqlState } from '@/lib/db';
import { auth } from './auth';
import { accountSubject, addressSubject, codeSubject, type Subject } from './lock-out';
import { beginAttempt, forgive } from './lock-out.store';
import { peerOf } from './peer';

export type SignInOutcome =
  | { readonly outcome: 'signed_in' }
  /** The password was right, and a code is owed. */
  | { readonly outcome: 'code_owed' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date }
  /** The password was given too long ago, or never. */
  | { readonly outcome: 'expired' };

/**
 * Signs in with e-mail and password, counted against account and address. The same answer, after the same work, for an
 * e-mail nobody has, a wrong password and somebody disabled.
 */
export async function signInWithPassword(
  { email, password }: { readonly email: string; readonly password: string },
  asked: Headers,
  now: Date = new Date(),
): Promise<SignInOutcome> {
  const subjects = [accountSubject(email), addressSubject(peerOf(asked))];
  const attempt = await beginAttempt(subjects, now);
  if (attempt.status === 'locked') return { outcome: 'locked', until: attempt.until };
  const answer = await orRefusal(auth().api.signInEmail({ body: { email, password }, headers: asked }));
  if (answer === null) return refused(email, 'password', attempt.isLast, asked);
  await forgive(subjects, now);
  return { outcome: 'twoFactorRedirect' in answer ? 'code_owed' : 'signed_in' };
}

/** The second step: a code of the app or one of the backup codes. A code counts once, also within its half minute. */
export async function signInWithCode(
  typed: string,
  asked: Headers,
  now: Date = new Date(),
): Promise<Exclude<SignInOutcome, { outcome: 'code_owed' }>> {
  const person = await auth().api.personWhoOwesCode({ headers: asked });
  if (!person) return { outcome: 'expired' };
  const subjects: Subject[] = [codeSubject(person.id), addressSubject(peerOf(asked))];
  const attempt = await beginAttempt(subjects, now);
  if (attempt.status === 'locked') return { outcome: 'locked', until: attempt.until };
  const code = typed.replace(/\s/g, '');
  const isRight = /^\d{6}$/.test(code)
    ? await onceOnly(person.id, code, () => orRefusal(auth().api.verifyTOTP({ body: { code }, headers: asked })))
    : await orRefusal(auth().api.verifyBackupCode({ body: { code }, headers: asked }));
  if (isRight === null) return refused(person.email, 'code', attempt.isLast, asked);
  await forgive(subjects, now);
  return { outcome: 'signed_in' };
}

const CODE_LIVES_SECONDS = 120;

/** Claims a code before it is tried, so that whoever looked over a shoulder cannot use it again; a wrong one is let go. */
export async function onceOnly<Answer>(
  personId: string,
  code: string,
  check: () => Promise<Answer | null>,
): Promise<Answer | null> {
  const id = createHash('sha256').update(`${personId} ${code}`).digest('hex');
  const expiresAt = new Date(Date.now() + CODE_LIVES_SECONDS * 1000);
  await prisma().verification.deleteMany({ where: { id, expiresAt: { lt: new Date() } } });
  try {
    await prisma().verification.create({ data: { id, identifier: 'code-used', value: '', expiresAt } });
  } catch (error) {
    if (sqlState(error) === '23505' || isUniqueFault(error)) return null;
    throw error;
  }
  const answer = await check();
  if (answer === null) await prisma().verification.deleteMany({ where: { id } });
  return answer;
}

function isUniqueFault(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'P2002';
}

/** The library refuses by throwing what a client should not have sent; anything else is no refusal. */
export async function orRefusal<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500) return null;
    throw error;
  }
}

/** Logged when it brings a wait: once per wait, however many tries follow. An e-mail nobody has is not written down. */
async function refused(
  email: string,
  step: 'password' | 'code',
  isLast: boolean,
  asked: Headers,
): Promise<{ readonly outcome: 'refused' }> {
  if (isLast) {
    const person = await prisma().user.findUnique({ where: { email: email.trim().toLowerCase() } });
    await recordAlone({
      actor: person?.email ?? 'unknown',
      action: 'sign_in_refused',
      objectKind: 'person',
      objectId: person?.id ?? accountSubject(email).key.slice(0, 24),
      address: peerOf(asked),
      detail: { step, wait: true },
    });
  }
  return { outcome: 'refused' };
}
