import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';
import { env } from '@/lib/env';
import { roleFromClaims } from './oidc';
import { changeRole } from './people.store';
import { isRole, type Role } from './rights';

/** Whom single sign-on lets in, and as what. */

export type Refusal = 'not_invited' | 'email_not_verified';

function claimedRole(claims: Readonly<Record<string, unknown>>): Role | null {
  const { OIDC_ROLE_CLAIM, OIDC_ROLES } = env();
  return roleFromClaims(claims, OIDC_ROLE_CLAIM, OIDC_ROLES);
}

/** The open invitation for an e-mail, the latest first. */
async function openInvitation(email: string) {
  return prisma().invitation.findFirst({
    where: { email: email.toLowerCase(), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
  });
}

/** Somebody whom nobody here knows: by invitation, or by OIDC_SIGN_UP; and only with an e-mail the issuer vouches for. */
export async function admitNewcomer(
  person: { readonly email?: string | null; readonly emailVerified?: boolean },
  claims: Readonly<Record<string, unknown>>,
): Promise<{ readonly role: Role } | { readonly refusal: Refusal }> {
  if (!person.email || person.emailVerified !== true) return { refusal: 'email_not_verified' };
  const invitation = await openInvitation(person.email);
  if (invitation && isRole(invitation.role)) return { role: invitation.role };
  if (env().OIDC_SIGN_UP === 'off') return { refusal: 'not_invited' };
  return { role: claimedRole(claims) ?? 'viewer' };
}

/** Logs an account that single sign-on has made; an invitation it came by is used up. */
export async function noteNewcomer(
  { id, email, role }: { readonly id: string; readonly email: string; readonly role: string },
  address: string | null,
): Promise<void> {
  const invitation = await openInvitation(email);
  await prisma().$transaction(async (tx) => {
    if (invitation) await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: new Date() } });
    const action = invitation ? 'invitation_accepted' : 'profile_changed';
    const detail = { email, role, by: 'single sign-on', ...(invitation && { invitation: invitation.id }) };
    await record(tx, { actor: email, address, action, objectKind: 'person', objectId: id, detail });
  });
}

/** Somebody known signs in again: where groups give roles, theirs follows the groups of today. */
export async function followGroups(personId: string, claims: Readonly<Record<string, unknown>>): Promise<void> {
  const role = claimedRole(claims);
  // The last administrator stays one whatever the groups say; the outcome says so and changes nothing here.
  if (role) await changeRole(personId, role, { actor: 'desk', address: null });
}
