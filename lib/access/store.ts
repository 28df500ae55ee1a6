import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { record } from '@/lib/audit/store';
import { prisma } from '@/lib/db';
import { preparedRows } from '@/lib/snapshot.store';
import { Prisma } from '@/prisma/generated/client';
import { CLOCK, type Counted, counting } from './allowance';
import type { By } from './people.store';
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

/** Who has a shell on the server and makes a key from there. */
const OPERATOR: By = { actor: 'desk', address: null };

/** Makes an API key. The returned text is shown once; only its hash is kept. 256 random bits need no slow hash. */
export async function createApiKey({ scopes, ...wanted }: NewApiKey, by: By = OPERATOR): Promise<string> {
  const key = KEY_PREFIX + randomBytes(32).toString('base64url');
  const prefix = key.slice(0, KEY_PREFIX.length + 6);
  await prisma().$transaction(async (tx) => {
    const { id } = await tx.apiKey.create({ data: { ...wanted, scopes: [...scopes], prefix, hash: hashOf(key) } });
    const detail = { name: wanted.name, scopes, until: wanted.expiresAt };
    await record(tx, { ...by, action: 'api_key_made', objectKind: 'api_key', objectId: id, detail });
  });
  return key;
}

/** Ends an API key at once; `false` where there is none that is still valid. */
export async function revokeApiKey(id: string, by: By): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(), revokedBy: by.actor },
    });
    if (!revoked) return false;
    const detail = { name: revoked.name };
    await record(tx, { ...by, action: 'api_key_revoked', objectKind: 'api_key', objectId: id, detail });
    return true;
  });
}

export type ApiKeyRow = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Right[];
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** Every API key there ever was, those that work first, then the latest. */
export async function listApiKeys(): Promise<ApiKeyRow[]> {
  const kept = await prisma().apiKey.findMany({
    omit: { hash: true },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  });
  return kept.map(({ scopes, ...key }) => ({ ...key, scopes: scopes.filter(isRight) }));
}

/** Who asks with an API key: what it may, and the name its deeds stand under. */
export type ApiCaller = { readonly id: string; readonly email: string; readonly scopes: readonly Right[] };

type Found = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly isUnused: boolean;
} & Counted;

/**
 * The key's caller and how often it has asked by now, in one question, or `null` for one that is unknown, revoked or
 * expired; notes that it was used, to the minute.
 */
export async function callerWith(key: string): Promise<(ApiCaller & { readonly counted: Counted }) | null> {
  const [found] = await preparedRows<Found>(Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT id, name, scopes, (last_used_at IS NULL OR last_used_at < now() - interval '1 minute') AS "isUnused"
      FROM api_keys WHERE hash = ${hashOf(key)} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())),
    ${CLOCK}, counted AS (${counting('api', Prisma.sql`SELECT id AS key FROM found`)})
    SELECT * FROM found, counted`);
  if (!found) return null;
  if (found.isUnused) await prisma().apiKey.update({ where: { id: found.id }, data: { lastUsedAt: new Date() } });
  const { id, name, scopes, count, seconds } = found;
  return { id, email: `key:${name}`, scopes: scopes.filter(isRight), counted: { count, seconds } };
}

/** Whether anybody can sign in yet. */
export async function hasUsers(): Promise<boolean> {
  return (await prisma().user.count()) > 0;
}
