import 'server-only';
import { prisma } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';

/**
 * What one person keeps under a name (`table:transactions`): plain JSON, read by whoever knows its form; `null` where
 * nothing is kept.
 */
export async function readPreference(userId: string, name: string): Promise<unknown> {
  const kept = await prisma().preference.findUnique({
    where: { userId_name: { userId, name } },
    select: { value: true },
  });
  return kept?.value ?? null;
}

/** Keeps a value in the place of the one before. */
export async function keepPreference(userId: string, name: string, value: Prisma.InputJsonValue): Promise<void> {
  const updatedAt = new Date();
  await prisma().preference.upsert({
    where: { userId_name: { userId, name } },
    create: { userId, name, value, updatedAt },
    update: { value, updatedAt },
  });
}

/** Forgets it, so that the default holds again. */
export async function dropPreference(userId: string, name: string): Promise<void> {
  await prisma().preference.deleteMany({ where: { userId, name } });
}
