import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { prisma } from '@/lib/db';
import { preparedRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { isRight, type Right } from './rights';

const KEY_PREFIX = 'ck_';

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

export type NewApiKey = {
  readonly name: string;
  readonly scopes: readonly Right[];
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
};

/** Makes an API key. The returned text is shown once; only its hash is kept. 256 random bits need no slow hash. */
export async function createApiKey({ scopes, ...wanted }: NewApiKey): Promise<string> {
  const key = KEY_PREFIX + randomBytes(32).toString('base64url');
  const prefix = key.slice(0, KEY_PREFIX.length + 6);
  await prisma().apiKey.create({ data: { ...wanted, scopes: [...scopes], prefix, hash: hashOf(key) } });
  return key;
}

/** Who asks with an API key: what it may, and the name its deeds stand under. */
export type ApiCaller = { readonly id: string; readonly email: string; readonly scopes: readonly Right[] };

type Found = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly isUnused: boolean;
};

/** The key's caller, or `null` for one that is unknown, revoked or expired; notes that it was used, to the minute. */
export async function callerWith(key: string): Promise<ApiCaller | null> {
  const [found] = await preparedRows<Found>(Prisma.sql`
    SELECT id, name, scopes, (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS "isUnused"
    FROM api_keys WHERE hash = ${hashOf(key)} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`);
  if (!found) return null;
  if (found.isUnused) await prisma().apiKey.update({ where: { id: found.id }, data: { lastUsedAt: new Date() } });
  return { id: found.id, email: `key:${found.name}`, scopes: found.scopes.filter(isRight) };
}

/** Whether anybody can sign in yet. */
export async function hasUsers(): Promise<boolean> {
  return (await prisma().user.count()) > 0;
}
