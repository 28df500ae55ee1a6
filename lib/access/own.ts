import 'server-only';
import type { AuditAction } from '@/lib/audit/entry';
import { recordAlone } from '@/lib/audit/store';
import { auth } from './auth';
import { passwordFaultNow } from './breached.api';
import { accountSubject } from './lock-out';
import { beginAttempt, forgive } from './lock-out.store';
import type { PasswordFault } from './password';
import { peerOf } from './peer';
import type { Viewer } from './session';
import { onceOnly, orRefusal } from './sign-in';

/** What people change about how they sign in; each needs the password again, counted like a sign-in. */

export type NotDone = { readonly outcome: 'wrong' } | { readonly outcome: 'locked'; readonly until: Date };

/** Does what needs the password; `wrong` where the library refuses it. */
async function withPassword<Done>(viewer: Viewer, doing: () => Promise<Done>): Promise<{ done: Done } | NotDone> {
  const subjects = [accountSubject(viewer.email)];
  const now = new Date();
  const attempt = await beginAttempt(subjects, now);
  if (attempt.status === 'locked') return { outcome: 'locked', until: attempt.until };
  const done = await orRefusal(doing());
  if (done === null) return { outcome: 'wrong' };
  await forgive(subjects, now);
  return { done };
}

function note(viewer: Viewer, asked: Headers, action: AuditAction, detail: Record<string, unknown>): Promise<void> {
  const address = peerOf(asked);
  return recordAlone({ actor: viewer.email, address, action, objectKind: 'person', objectId: viewer.id, detail });
}

export type PasswordChange =
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'fault'; readonly fault: PasswordFault }
  | NotDone;

type Wanted = { readonly current: string; readonly wanted: string; readonly endsOthers: boolean };

export async function changePassword(viewer: Viewer, change: Wanted, asked: Headers): Promise<PasswordChange> {
  const fault = await passwordFaultNow(change.wanted, viewer.email);
  if (fault) return { outcome: 'fault', fault };
  const { current: currentPassword, wanted: newPassword, endsOthers: revokeOtherSessions } = change;
  const result = await withPassword(viewer, () =>
    auth().api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions }, headers: asked }),
  );
  if (!('done' in result)) return result;
  await note(viewer, asked, 'password_changed', { othersEnded: revokeOtherSessions });
  return { outcome: 'changed' };
}

export type CodesStarted =
  | { readonly outcome: 'started'; readonly uri: string; readonly secret: string; readonly backupCodes: string[] }
  | NotDone;

/** Makes the secret of an authenticator app, and backup codes. Nothing is asked for at sign-in until a code confirms. */
export async function startCodes(viewer: Viewer, password: string, asked: Headers): Promise<CodesStarted> {
  const result = await withPassword(viewer, () =>
    auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers: asked }),
  );
  if (!('done' in result)) return result;
  if (result.done.method !== 'totp') throw new Error('The library made no secret');
  const { totpURI: uri, backupCodes } = result.done;
  return { outcome: 'started', uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes };
}

/** Proves that the app shows the right codes; from here on one is asked for. */
export async function confirmCodes(viewer: Viewer, typed: string, asked: Headers): Promise<boolean> {
  const code = typed.replace(/\s/g, '');
  const confirmed = await onceOnly(viewer.id, code, () =>
    orRefusal(auth().api.verifyTOTP({ body: { code }, headers: asked })),
  );
  if (confirmed === null) return false;
  await note(viewer, asked, 'second_factor_changed', { added: 'codes' });
  return true;
}

export async function stopCodes(
  viewer: Viewer,
  password: string,
  asked: Headers,
): Promise<{ readonly outcome: 'stopped' } | NotDone> {
  const result = await withPassword(viewer, () => auth().api.disableTwoFactor({ body: { password }, headers: asked }));
  if (!('done' in result)) return result;
  await note(viewer, asked, 'second_factor_changed', { removed: 'codes' });
  return { outcome: 'stopped' };
}

/** New backup codes; the earlier ones are worth nothing any more. */
export async function newBackupCodes(
  viewer: Viewer,
  password: string,
  asked: Headers,
): Promise<{ readonly outcome: 'made'; readonly backupCodes: string[] } | NotDone> {
  const result = await withPassword(viewer, () =>
    auth().api.generateBackupCodes({ body: { password }, headers: asked }),
  );
  if (!('done' in result)) return result;
  await note(viewer, asked, 'second_factor_changed', { renewed: 'backup codes' });
  return { outcome: 'made', backupCodes: result.done.backupCodes };
}

/** Which of one's sessions this request is of. */
export async function ownSessionId(asked: Headers): Promise<string | null> {
  const session = await auth().api.getSession({ headers: asked });
  return session?.session.id ?? null;
}
