import 'server-only';
import type { AuditDeed } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { isRole, type Role } from './rights';

/** Whoever does it, and from where; what the log begins with. */
export type By = Pick<AuditDeed, 'actor' | 'address'>;

/** What came of a change to somebody: the desk is never left without an administrator, nor by one's own hand. */
export type PersonChange = 'done' | 'unchanged' | 'unknown' | 'last_admin';

/** Held while administrators are counted: two who step down at once would each see the other still there. */
const ADMINISTRATORS_LOCK = 7_350_021;

async function isLastAdmin(tx: Tx, personId: string): Promise<boolean> {
  const others = await tx.user.count({ where: { role: 'admin', disabledAt: null, id: { not: personId } } });
  return others === 0;
}

type Person = { readonly id: string; readonly email: string; readonly role: string; readonly disabledAt: Date | null };

async function changing(
  personId: string,
  change: (tx: Tx, person: Person) => Promise<PersonChange>,
): Promise<PersonChange> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`;
    const person = await tx.user.findUnique({ where: { id: personId } });
    return person ? change(tx, person) : 'unknown';
  });
}

/** Gives somebody another role; what they ask for next is answered by it. */
export function changeRole(personId: string, role: Role, by: By): Promise<PersonChange> {
  return changing(personId, async (tx, person) => {
    if (person.role === role) return 'unchanged';
    if (person.role === 'admin' && !person.disabledAt && (await isLastAdmin(tx, personId))) return 'last_admin';
    await tx.user.update({ where: { id: personId }, data: { role } });
    const detail = { email: person.email, before: person.role, after: role };
    await record(tx, { ...by, action: 'role_changed', objectKind: 'person', objectId: personId, detail });
    return 'done';
  });
}

/** Signs somebody out everywhere and lets them in no more; what they did stays. */
export function disablePerson(personId: string, by: By): Promise<PersonChange> {
  return changing(personId, async (tx, person) => {
    if (person.disabledAt) return 'unchanged';
    if (person.role === 'admin' && (await isLastAdmin(tx, personId))) return 'last_admin';
    await tx.user.update({ where: { id: personId }, data: { disabledAt: new Date() } });
    const { count } = await tx.session.deleteMany({ where: { userId: personId } });
    const detail = { email: person.email, sessions: count };
    await record(tx, { ...by, action: 'person_disabled', objectKind: 'person', objectId: personId, detail });
    return 'done';
  });
}

export function enablePerson(personId: string, by: By): Promise<PersonChange> {
  return changing(personId, async (tx, person) => {
    if (!person.disabledAt) return 'unchanged';
    await tx.user.update({ where: { id: personId }, data: { disabledAt: null } });
    const detail = { email: person.email };
    await record(tx, { ...by, action: 'person_enabled', objectKind: 'person', objectId: personId, detail });
    return 'done';
  });
}

/** Ends every session of somebody; resolves to how many there were, `null` where nobody is. */
export async function endSessionsOf(personId: string, by: By): Promise<number | null> {
  return prisma().$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: personId } });
    if (!person) return null;
    const { count } = await tx.session.deleteMany({ where: { userId: personId } });
    const detail = { email: person.email, sessions: count };
    await record(tx, { ...by, action: 'session_ended', objectKind: 'person', objectId: personId, detail });
    return count;
  });
}

/**
 * Takes away the second step of somebody who lost it, with their passkeys: they sign in with the password alone and set
 * it up again. Every session ends, so that whoever holds the lost device is out.
 */
export function resetSecondStep(personId: string, by: By): Promise<PersonChange> {
  return changing(personId, async (tx, person) => {
    const codes = await tx.twoFactor.deleteMany({ where: { userId: personId } });
    const passkeys = await tx.passkey.deleteMany({ where: { userId: personId } });
    if (codes.count + passkeys.count === 0) return 'unchanged';
    await tx.user.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
    await tx.session.deleteMany({ where: { userId: personId } });
    const detail = { email: person.email, removed: 'all', passkeys: passkeys.count };
    await record(tx, { ...by, action: 'second_factor_changed', objectKind: 'person', objectId: personId, detail });
    return 'done';
  });
}

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
  readonly hasCodes: boolean;
  readonly passkeys: number;
  readonly sessions: number;
  readonly lastSignInAt: Date | null;
};

type RawRow = Omit<PersonRow, 'role'> & { readonly role: string };

/** Everybody who has an account, by name; the last sign-in is what the log says. */
export async function listPeople(): Promise<PersonRow[]> {
  const rows = await prisma().$queryRaw<RawRow[]>`
    SELECT u.id, u.name, u.email, u.role, u.disabled_at AS "disabledAt", u.two_factor_enabled AS "hasCodes",
      (SELECT count(*)::int FROM passkeys p WHERE p.user_id = u.id) AS passkeys,
      (SELECT count(*)::int FROM sessions s WHERE s.user_id = u.id AND s.expires_at > now()) AS sessions,
      (SELECT a.at FROM audit_entries a
       WHERE a.object_kind = 'person' AND a.object_id = u.id AND a.action = 'signed_in'
       ORDER BY a.seq DESC LIMIT 1) AS "lastSignInAt"
    FROM users u ORDER BY u.disabled_at IS NOT NULL, lower(u.name), u.email`;
  return rows.map((row) => ({ ...row, role: isRole(row.role) ? row.role : 'viewer' }));
}
