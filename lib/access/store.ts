import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { prisma } from '@/lib/db';
import { preparedRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';

const KEY_PREFIX = 'ck_';

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Makes an API key. The returned text is shown once; only its hash is kept. 256 random bits need no slow hash. */
export async function createApiKey(name: string): Promise<string> {
  const key = KEY_PREFIX + randomBytes(32).toString('base64url');
  await prisma().apiKey.create({ data: { name, prefix: key.slice(0, KEY_PREFIX.length + 6), hash: hashOf(key) } });
  return key;
}

/** A minute of staleness keeps "last used" from being a write per request. */
const LAST_USED_PRECISION_MS = 60_000;

/** Whether a key exists and is not revoked; notes that it was used. */
export async function isKnownKey(key: string): Promise<boolean> {
  const [found] = await preparedRows<{ id: string; lastUsedAt: Date | null }>(Prisma.sql`
    SELECT id, last_used_at AS "lastUsedAt" FROM api_keys WHERE hash = ${hashOf(key)} AND revoked_at IS NULL`);
  if (!found) return false;
  if (!found.lastUsedAt || Date.now() - found.lastUsedAt.getTime() > LAST_USED_PRECISION_MS) {
    await prisma().apiKey.update({ where: { id: found.id }, data: { lastUsedAt: new Date() } });
  }
  return true;
}

/** Whether anybody can sign in yet. */
export async function hasUsers(): Promise<boolean> {
  return (await prisma().user.count()) > 0;
}
