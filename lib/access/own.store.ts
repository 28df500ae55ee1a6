import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';
import type { Locale } from '@/lib/language/locales';
import type { By } from './people.store';

/** What people do about themselves. */

export type OwnSession = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

export type OwnPasskey = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null };

export type Own = {
  readonly hasPassword: boolean;
  readonly hasCodes: boolean;
  readonly locale: string | null;
  readonly passkeys: readonly OwnPasskey[];
  /** Those that are in force, the latest seen first. */
  readonly sessions: readonly OwnSession[];
};

export async function ownSettings(personId: string): Promise<Own> {
  const [user, passkeys, sessions] = await Promise.all([
    prisma().user.findUniqueOrThrow({
      where: { id: personId },
      include: { accounts: { where: { providerId: 'credential' }, select: { id: true } } },
    }),
    prisma().passkey.findMany({
      where: { userId: personId },
      select: { id: true, name: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    prisma().session.findMany({
      where: { userId: personId, expiresAt: { gt: new Date() } },
      orderBy: { updatedAt: 'desc' },
    }),
  ]);
  return {
    hasPassword: user.accounts.length > 0,
    hasCodes: user.twoFactorEnabled,
    locale: user.locale,
    passkeys,
    sessions: sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
      id,
      userAgent,
      address: ipAddress || null,
      createdAt,
      lastSeenAt: updatedAt,
    })),
  };
}

export async function rename(personId: string, name: string, by: By): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: personId } });
    if (before.name === name) return;
    await tx.user.update({ where: { id: personId }, data: { name } });
    const detail = { before: before.name, after: name };
    await record(tx, { ...by, action: 'profile_changed', objectKind: 'person', objectId: personId, detail });
  });
}

/** The language somebody reads; `null` follows the browser. */
export async function keepLocale(personId: string, locale: Locale | null, by: By): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: personId } });
    if (before.locale === locale) return;
    await tx.user.update({ where: { id: personId }, data: { locale } });
    const detail = { before: before.locale, after: locale };
    await record(tx, { ...by, action: 'profile_changed', objectKind: 'person', objectId: personId, detail });
  });
}

/** Ends one session of one's own, or all but one; resolves to how many ended. */
export async function endOwnSessions(
  personId: string,
  which: { readonly id: string } | { readonly allBut: string },
  by: By,
): Promise<number> {
  const id = 'id' in which ? which.id : { not: which.allBut };
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: personId, id } });
    if (count === 0) return 0;
    const detail = { sessions: count };
    await record(tx, { ...by, action: 'session_ended', objectKind: 'person', objectId: personId, detail });
    return count;
  });
}

/** `false` where the person has no such passkey. */
export async function renamePasskey(personId: string, id: string, name: string, by: By): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id, userId: personId }, data: { name } });
    if (count === 0) return false;
    const detail = { renamed: 'passkey', after: name };
    await record(tx, { ...by, action: 'second_factor_changed', objectKind: 'person', objectId: personId, detail });
    return true;
  });
}

export async function removePasskey(personId: string, id: string, by: By): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, userId: personId } });
    if (count === 0) return false;
    const detail = { removed: 'passkey' };
    await record(tx, { ...by, action: 'second_factor_changed', objectKind: 'person', objectId: personId, detail });
    return true;
  });
}
