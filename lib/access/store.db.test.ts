import { addDays } from 'date-fns';
import { afterAll, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { apiAnswer } from './api';
import { keyState } from './key-scopes';
import { createApiKey, listApiKeys, revokeApiKey } from './store';

const BY = { actor: 'admin@desk.test', address: '192.0.2.1' };
afterAll(disconnect);

async function statusWith(key: string): Promise<number> {
  const request = new Request('http://desk.test/api/v1/transactions', { headers: { authorization: `Bearer ${key}` } });
  return (await apiAnswer(request, 'browse', async () => Response.json({}))).status;
}

const wanted = { name: 'report', createdBy: BY.actor, expiresAt: addDays(new Date(), 30) };

test('a key may what its scope says, until it expires', async () => {
  const key = await createApiKey({ ...wanted, scopes: ['ask', 'browse'] }, BY);
  expect(await statusWith(key)).toBe(200);
  expect(await statusWith(await createApiKey({ ...wanted, scopes: ['ask'] }, BY))).toBe(403);
  expect(await statusWith(`${key}x`)).toBe(401);
  await prisma().apiKey.updateMany({
    where: { prefix: key.slice(0, 9) },
    data: { expiresAt: addDays(new Date(), -1) },
  });
  expect(await statusWith(key)).toBe(401);
});

test('a revoked key is answered 401 at once, and making and ending stand in the log', async () => {
  const key = await createApiKey({ ...wanted, name: 'to be ended', scopes: ['browse'] }, BY);
  const made = (await listApiKeys()).find(({ name }) => name === 'to be ended');
  expect(made).toMatchObject({ createdBy: BY.actor, scopes: ['browse'], lastUsedAt: null });
  expect(JSON.stringify(made)).not.toContain(key.slice(12));
  expect(await statusWith(key)).toBe(200);
  expect(await revokeApiKey(made?.id ?? '', BY)).toBe(true);
  expect(await revokeApiKey(made?.id ?? '', BY)).toBe(false);
  expect(await statusWith(key)).toBe(401);
  const after = (await listApiKeys()).find(({ id }) => id === made?.id);
  expect(after?.lastUsedAt).not.toBeNull();
  expect(after && keyState(after, new Date())).toBe('revoked');
  const log = await prisma().auditEntry.findMany({ where: { objectId: made?.id ?? '' }, orderBy: { seq: 'asc' } });
  expect(log.map(({ action, actor }) => [action, actor])).toEqual([
    ['api_key_made', BY.actor],
    ['api_key_revoked', BY.actor],
  ]);
});
