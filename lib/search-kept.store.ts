import 'server-only';
import { randomBytes } from 'node:crypto';
import { prisma } from '@/lib/db';

/**
 * Searches that must not stand in an address (a tax id, an account number, a pasted column): kept for one person under
 * a random token, for an hour.
 */
const NAME = 'search:';
const KEPT_MILLISECONDS = 60 * 60 * 1000;

/** Keeps a text; resolves to its token. Whatever anybody kept for too long is forgotten on the way. */
export async function keepSearch(userId: string, text: string, now: Date): Promise<string> {
  const token = randomBytes(12).toString('base64url');
  await prisma().$transaction([
    prisma().preference.deleteMany({ where: { name: { startsWith: NAME }, updatedAt: { lt: endOf(now) } } }),
    prisma().preference.create({ data: { userId, name: NAME + token, value: text, updatedAt: now } }),
  ]);
  return token;
}

/** The text that this person kept under a token; `null` once it is forgotten, and for anybody else. */
export async function readKeptSearch(userId: string, token: string, now: Date): Promise<string | null> {
  const kept = await prisma().preference.findUnique({
    where: { userId_name: { userId, name: NAME + token }, updatedAt: { gte: endOf(now) } },
    select: { value: true },
  });
  return typeof kept?.value === 'string' ? kept.value : null;
}

/** What stands behind some tokens, whoever kept it; those that are forgotten are left out. For filters, which show nothing of it. */
export async function readKeptValues(tokens: readonly string[], now: Date): Promise<ReadonlyMap<string, string>> {
  const kept = await prisma().preference.findMany({
    where: { name: { in: tokens.map((token) => NAME + token) }, updatedAt: { gte: endOf(now) } },
    select: { name: true, value: true },
  });
  return new Map(
    kept.flatMap(({ name, value }) => (typeof value === 'string' ? [[name.slice(NAME.length), value] as const] : [])),
  );
}

function endOf(now: Date): Date {
  return new Date(now.getTime() - KEPT_MILLISECONDS);
}
