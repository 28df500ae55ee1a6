import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type JunoStandin, startJuno } from '@/e2e/standins/juno';
import type { RegistrationAnswer } from './juno-registration';

/** Over real HTTP, against a server that speaks Juno's API; the nonces are kept in the database. */

const credentials = { key: 'desk-key', secret: 'a secret of sixteen characters' };
const address = 'https://desk.example.com/api/webhooks/juno';
let juno: JunoStandin;
let desk: typeof import('./juno-webhooks');

beforeAll(async () => {
  juno = await startJuno(credentials);
  Object.assign(process.env, {
    APP_URL: 'https://desk.example.com/',
    JUNO_API_URL: juno.url,
    JUNO_API_KEY: credentials.key,
    JUNO_API_SECRET: credentials.secret,
  });
  desk = await import('./juno-webhooks');
});
afterEach(() => {
  juno.mend();
  juno.state.webhooks = [];
});
afterAll(() => juno.close());

const idsIn = (answer: RegistrationAnswer) => (answer.outcome === 'listed' ? answer.webhooks.map(({ id }) => id) : []);

test('the desk’s own address is registered for transaction events, listed, and deleted again', async () => {
  expect(await desk.registerJunoWebhook()).toEqual({ outcome: 'registered', address });
  expect(juno.state.webhooks).toMatchObject([{ callback_url: address, event: 'TRANSACTION' }]);
  const [id = ''] = idsIn(await desk.listJunoWebhooks());
  expect(await desk.deleteJunoWebhook(id)).toEqual({ outcome: 'deleted', id });
  expect(await desk.listJunoWebhooks()).toEqual({ outcome: 'listed', webhooks: [] });
  expect(await desk.deleteJunoWebhook(id)).toEqual({ outcome: 'not_found', id });
});

test('a duplicated subscription says which address is in the way', async () => {
  const other = 'https://old.example.com/hook';
  await desk.registerJunoWebhook(other);
  const answer = await desk.registerJunoWebhook();
  expect(answer).toMatchObject({ outcome: 'duplicate', address, webhooks: [{ callbackUrl: other }] });
});

test('a list that is a page of HTML is a problem, not an empty list', async () => {
  juno.fault('html', 10);
  expect(await desk.listJunoWebhooks()).toMatchObject({ outcome: 'api_problem', problem: 'not_understood' });
});

test('an address that is not https, or of this network, never reaches Juno', async () => {
  const before = juno.calls.length;
  for (const bad of ['http://desk.example.com/hook', 'https://localhost/hook', 'https://10.0.0.1/hook', 'hook']) {
    expect(await desk.registerJunoWebhook(bad)).toMatchObject({ outcome: 'unusable_address' });
  }
  expect(juno.calls.length).toBe(before);
});

test('credentials that Juno does not accept are told as that', async () => {
  juno.fault('stale_nonce', 10);
  expect(await desk.listJunoWebhooks()).toMatchObject({ outcome: 'api_problem', problem: 'unauthorised' });
});
