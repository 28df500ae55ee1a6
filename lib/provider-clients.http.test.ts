import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { startAvenia } from '@/e2e/standins/avenia';
import { startBrla } from '@/e2e/standins/brla';
import { startRipio } from '@/e2e/standins/ripio';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { signal } = new AbortController();

/** The clients as a process with these settings has them. */
async function clientsWith(settings: Record<string, string>) {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'conciliaProviderClients');
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');
  vi.stubEnv('AUTH_SECRET', 'a secret for tests only, long enough for anyone');
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import('./provider-clients');
}
afterEach(() => vi.unstubAllEnvs());

test('without settings there are no clients, and it says which settings would make them', async () => {
  const { brlaClient, feeds, junoClient, missingFor, ripioClient } = await clientsWith({});
  expect([junoClient(), ripioClient(), brlaClient()]).toEqual([null, null, null]);
  expect(feeds()).toEqual([]);
  expect(missingFor('juno')).toBe('JUNO_API_KEY and JUNO_API_SECRET');
});

test('with settings they speak to the providers they name, by the access they name', async () => {
  const apiKey = { key: 'avenia-key', publicKey: pair.publicKey };
  const login = { email: 'desk@example.com', password: 'made-for-this-test' };
  const ripio = { clientId: 'client-made-here', clientSecret: 'secret-made-for-this-test' };
  const standins = await Promise.all([startBrla({ login }), startAvenia(apiKey), startRipio(ripio)]);
  const clients = await clientsWith({
    BRLA_API_URL: standins[0].url,
    BRLA_API_EMAIL: login.email,
    BRLA_API_PASSWORD: login.password,
    BRLA_SUB_ACCOUNTS: 'sub-1, sub-2',
    AVENIA_API_URL: standins[1].url,
    AVENIA_API_KEY: apiKey.key,
    AVENIA_API_PRIVATE_KEY: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    RIPIO_API_URL: standins[2].url,
    RIPIO_API_CLIENT_ID: ripio.clientId,
    RIPIO_API_CLIENT_SECRET: ripio.clientSecret,
    JUNO_API_KEY: 'juno-key',
    JUNO_API_SECRET: 'secret-made-for-this-test',
  });
  expect(clients.feeds().map(({ name, accounts }) => [name, accounts])).toEqual([
    ['brla', [null, 'sub-1', 'sub-2']],
    ['avenia', [null]],
  ]);
  for (const feed of clients.feeds()) for await (const event of feed.list(null, signal)) expect(event).toBeUndefined();
  for await (const row of clients.ripioClient()?.listDeposits(signal) ?? []) expect(row).toBeUndefined();
  expect(standins.map(({ calls }) => calls.length)).toEqual([2, 1, 2]);
  expect(clients.junoClient()).not.toBeNull();
  await Promise.all(standins.map((standin) => standin.close()));
});
