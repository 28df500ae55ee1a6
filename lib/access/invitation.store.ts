import 'server-only';
import { randomUUID } from 'node:crypto';
import { addDays } from 'date-fns';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';
import { auth } from './auth';
import { passwordFaultNow } from './breached.api';
import { INVITATION_DAYS, type InvitationState, newToken, stateOf, tokenHash } from './invitation';
import type { PasswordFault } from './password';
import type { By } from './people.store';
import { isRole, type Role } from './rights';

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: InvitationState;
};

type Kept = Omit<InvitationRow, 'role' | 'state'> & {
  readonly role: string;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

function rowOf({ role, acceptedAt, revokedAt, ...kept }: Kept, now: Date): InvitationRow {
  const { id, email, invitedBy, createdAt, expiresAt } = kept;
  const state = stateOf({ expiresAt, acceptedAt, revokedAt }, now);
  return { id, email, invitedBy, createdAt, expiresAt, role: isRole(role) ? role : 'viewer', state };
}

export type Invited = { readonly outcome: 'invited'; readonly token: string } | { readonly outcome: 'is_here' };

/**
 * Invites an e-mail as a role. The token is returned this once. Earlier invitations of the same e-mail end, so that only
 * the latest link opens anything.
 */
export async function invite(wanted: { readonly email: string; readonly role: Role }, by: By): Promise<Invited> {
  const email = wanted.email.trim().toLowerCase();
  const token = newToken();
  return prisma().$transaction(async (tx): Promise<Invited> => {
    if (await tx.user.findUnique({ where: { email } })) return { outcome: 'is_here' };
    const now = new Date();
    await tx.invitation.updateMany({ where: { email, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
    const expiresAt = addDays(now, INVITATION_DAYS);
    const data = { email, role: wanted.role, tokenHash: tokenHash(token), invitedBy: by.actor, expiresAt };
    const { id } = await tx.invitation.create({ data });
    const detail = { email, role: wanted.role, until: expiresAt.toISOString() };
    await record(tx, { ...by, action: 'person_invited', objectKind: 'invitation', objectId: id, detail });
    return { outcome: 'invited', token };
  });
}

/** `false` where there is no such open invitation any more. */
export async function revokeInvitation(id: string, by: By): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return false;
    await record(tx, { ...by, action: 'invitation_revoked', objectKind: 'invitation', objectId: id, detail: {} });
    return true;
  });
}

const LISTED_DAYS = 30;

/** Invitations that nobody has used or withdrawn, also those that expired lately; the latest first. */
export async function pendingInvitations(now: Date): Promise<InvitationRow[]> {
  const kept = await prisma().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: addDays(now, -LISTED_DAYS) } },
    orderBy: { createdAt: 'desc' },
  });
  return kept.map((one) => rowOf(one, now));
}

/** The invitation a link leads to, whatever its state; `null` for a token nobody made. */
export async function invitationOf(token: string, now: Date): Promise<InvitationRow | null> {
  const kept = await prisma().invitation.findUnique({ where: { tokenHash: tokenHash(token) } });
  return kept && rowOf(kept, now);
}

export type Joined =
  | { readonly outcome: 'joined'; readonly email: string }
  | { readonly outcome: 'fault'; readonly fault: PasswordFault }
  /** `taken`: somebody with this e-mail is here already. */
  | { readonly outcome: 'closed'; readonly state: Exclude<InvitationState, 'open'> | 'unknown' | 'taken' };

type Joining = { readonly token: string; readonly name: string; readonly password: string };

/** Makes the account an invitation promised; its link opens nothing afterwards. */
export async function join({ token, name, password }: Joining, address: string | null): Promise<Joined> {
  const found = await invitationOf(token, new Date());
  if (!found) return { outcome: 'closed', state: 'unknown' };
  const fault = found.state === 'open' ? await passwordFaultNow(password, found.email) : null;
  if (fault) return { outcome: 'fault', fault };
  const context = await auth().$context;
  const hash = await context.password.hash(password); // slow on purpose, so before the transaction
  return prisma().$transaction(async (tx): Promise<Joined> => {
    await tx.$queryRaw`SELECT id FROM invitations WHERE id = ${found.id} FOR UPDATE`;
    const now = new Date();
    const kept = await tx.invitation.findUniqueOrThrow({ where: { id: found.id } });
    const { email, role, state } = rowOf(kept, now);
    if (state !== 'open') return { outcome: 'closed', state };
    if (await tx.user.findUnique({ where: { email } })) return { outcome: 'closed', state: 'taken' };
    const id = randomUUID();
    // Whoever has the link has the e-mail it was sent to, or the administrator's word.
    await tx.user.create({ data: { id, name, email, emailVerified: true, role } });
    await tx.account.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash },
    });
    await tx.invitation.update({ where: { id: kept.id }, data: { acceptedAt: now } });
    const detail = { email, role, invitation: kept.id, invitedBy: kept.invitedBy };
    await record(tx, {
      actor: email,
      address,
      action: 'invitation_accepted',
      objectKind: 'person',
      objectId: id,
      detail,
    });
    return { outcome: 'joined', email };
  });
}
