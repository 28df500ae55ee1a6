import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import type { z } from 'zod';
import type { oas31 } from 'zod-openapi';
import { ERRORS, type ErrorStatus } from '../lib/openapi/desk';
import type { Asked, Operation } from '../lib/openapi/operation';
import { OPERATIONS } from '../lib/openapi/operations';
import { EXAMPLE_ACCOUNT } from '../lib/openapi/operations-files';
import { type ShownRequest, shownRequest } from '../lib/openapi/request';
import { apiKey, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';

/** The reference of the API is true: what it shows is run against the desk, and the answers are read by its own schemas. */

test.describe.configure({ mode: 'serial' });

/** What a request needs to be sent: where, and with which key. */
type Caller = { readonly request: APIRequestContext; readonly desk: Desk; readonly key: string | null };

function send({ request, desk, key }: Caller, { method, path, body }: Pick<ShownRequest, 'method' | 'path' | 'body'>) {
  return request.fetch(desk.url + path, {
    method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body && { 'content-type': body.type }),
    },
    ...(body && { data: Buffer.from(body.text) }),
  });
}

async function documentOf({ request, desk }: Caller): Promise<oas31.OpenAPIObject> {
  const answer = await request.get(`${desk.url}/api/v1/openapi.json`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** The example that the desk's own document shows of an operation; `id` where an earlier answer told another one. */
function exampleIn(document: oas31.OpenAPIObject, { path, method }: Operation, id?: string): ShownRequest {
  const operation = document.paths?.[path]?.[method];
  if (!operation) throw new TypeError(`The document has no ${method} ${path}.`);
  const shown = shownRequest(method, path, operation);
  return id === undefined ? shown : { ...shown, path: path.replace('{id}', encodeURIComponent(id)) };
}

/** The answer of an operation, once it fits what is said of its status to the last member. */
async function expectDescribed({ id, answers }: Operation, answer: APIResponse): Promise<unknown> {
  const text = await answer.text();
  expect(Object.keys(answers).map(Number), `${id}: ${answer.status()} ${text.slice(0, 500)}`).toContain(
    answer.status(),
  );
  const { schema, files, headers } = answers[answer.status()] ?? { description: '' };
  for (const name of Object.keys(headers ?? {})) expect(answer.headers(), id).toHaveProperty([name]);
  if (files) expect(files, id).toContain(answer.headers()['content-type']?.split(';')[0]);
  if (!schema) return text;
  expectToFit(schema, JSON.parse(text), id);
  return JSON.parse(text);
}

function expectToFit(schema: z.ZodType, value: unknown, whose: string): void {
  expect(schema.safeParse(value).error?.message, whose).toBeUndefined();
}

const operationOf = (id: string): Operation => {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new TypeError(`There is no operation ${id}.`);
  return found;
};

/** The world of the examples beside what they bring themselves: the account, and the payment that its first line is of. */
async function prepared(desk: Desk): Promise<void> {
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, bank, number, currency, zone, created_by)
     VALUES ('${EXAMPLE_ACCOUNT}', 'Banorte pesos', 'spei', 'Banorte', NULL, 'MXN', 'America/Mexico_City', 'e2e')
     ON CONFLICT DO NOTHING`,
  );
  const message = JSON.parse(payload('juno', 'issuance-complete'));
  const at = '2026-02-05T16:00:00Z';
  Object.assign(message.payload, { id: 'reference-issuance', created_at: at, updated_at: at });
  Object.assign(message.payload.issuance, { amount: '100.00', external_fiat_id: 'MBAN01002602050000900001' });
  expect((await deliver(desk, 'juno', JSON.stringify(message))).status).toBe(200);
}

async function reconciled(page: Page, desk: Desk): Promise<void> {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation`);
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page).toHaveURL(/reconciliation\/rules\/runs\/\d+/);
}

test('every example can be run as it is shown, and is answered as it is said', async ({ page, request, desk }) => {
  const caller = { request, desk, key: apiKey(desk) };
  const document = await documentOf(caller);
  const run = async (id: string, told?: string) => {
    const operation = operationOf(id);
    return expectDescribed(operation, await send(caller, exampleIn(document, operation, told)));
  };
  await prepared(desk);
  await run('receiveWebhook');
  await folded(desk);
  expect(await run('importStatement')).toMatchObject({ imported: true });
  expect(await run('importStatement')).toMatchObject({ imported: false });
  await reconciled(page, desk);
  const { id } = (await run('orderExport')) as { id: string };
  await expect
    .poll(async () => ((await run('readExport', id)) as { state: string }).state, { message: 'the file is made' })
    .toBe('done');
  expect(await run('fetchExport', id)).toContain('juno');
  const apart = ['receiveWebhook', 'importStatement', 'orderExport', 'readExport', 'fetchExport'];
  for (const operation of OPERATIONS.filter((one) => !apart.includes(one.id))) {
    const answer = (await run(operation.id)) as { data?: readonly unknown[] };
    // An empty list would fit any schema of its rows.
    if (answer.data) expect(answer.data.length, operation.id).toBeGreaterThan(0);
  }
});

test('whatever the lists of a desk hold fits what is said of them', async ({ request, desk }) => {
  const caller = { request, desk, key: apiKey(desk) };
  const ids: string[] = [];
  for (const id of ['listTransactions', 'listRefunds', 'listLegs', 'listLines', 'listMatches', 'listExceptions']) {
    const operation = operationOf(id);
    const path = `${operation.path}?limit=200`;
    const answer = await expectDescribed(operation, await send(caller, { method: 'GET', path, body: null }));
    const { data } = answer as { data: readonly { id: string }[] };
    if (id === 'listTransactions') ids.push(...data.map((row) => row.id));
  }
  expect(ids.length).toBeGreaterThan(100);
  const operation = operationOf('readTransaction');
  for (const id of ids.slice(0, 60)) {
    const path = operation.path.replace('{id}', encodeURIComponent(id));
    await expectDescribed(operation, await send(caller, { method: 'GET', path, body: null }));
  }
});

test('no key, a key without the right, and what is not understood are refused as it is said', async ({
  request,
  desk,
}) => {
  const caller = { request, desk, key: apiKey(desk) };
  const document = await documentOf(caller);
  const refused = async (whose: string, status: ErrorStatus, answer: APIResponse) => {
    expect(answer.status(), whose).toBe(status);
    expectToFit(ERRORS[status].schema, await answer.json(), `${whose} ${status}`);
  };
  const poor = apiKey(desk, 'remark');
  const statuses = new Set<string>();
  for (const operation of OPERATIONS) {
    const example = exampleIn(document, operation);
    if (operation.right !== null) {
      await refused(operation.id, 401, await send({ ...caller, key: null }, example));
      await refused(operation.id, 401, await send({ ...caller, key: 'ck_wrong' }, example));
      await refused(operation.id, 403, await send({ ...caller, key: poor }, example));
    }
    for (const [status, asked] of Object.entries(operation.refused)) {
      await refused(operation.id, Number(status) as ErrorStatus, await send(caller, requestOf(operation, asked)));
      expect(operation.errors, operation.id).toContain(Number(status));
      statuses.add(status);
    }
  }
  expect([...statuses].sort()).toEqual(['400', '404', '422']);
});

function requestOf({ method, path, body }: Operation, asked: Asked): Pick<ShownRequest, 'method' | 'path' | 'body'> {
  const filled = Object.entries(asked.path ?? {}).reduce(
    (sofar, [name, text]) => sofar.replace(`{${name}}`, text),
    path,
  );
  const search = new URLSearchParams(asked.query).toString();
  const text = typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
  return {
    method: method.toUpperCase(),
    path: search ? `${filled}?${search}` : filled,
    body: body && asked.body !== undefined ? { type: body.type, text, isJson: typeof asked.body !== 'string' } : null,
  };
}

/** One of each thing that the page is made of; all of it at once is a minute's work for axe. */
const PARTS = ['main header', 'nav[aria-label="Contents"]', '#search', '#importStatement', '#schema-Match'];

test('the page has every operation and every schema, for everybody on every screen', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/docs`);
  await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(OPERATIONS.length);
  for (const { summary } of OPERATIONS)
    await expect(page.getByRole('heading', { level: 3, name: summary, exact: true })).toHaveCount(1);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const anchors = await page
    .locator('main a[href^="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  const missing = await page.evaluate((ids) => ids.filter((id) => document.getElementById(id) === null), anchors);
  expect(missing).toEqual([]);
  await contents.getByRole('link', { name: /List refunds/ }).click();
  await expect(page.getByRole('article', { name: 'List refunds' })).toBeInViewport();
  for (const screen of Object.values(SCREENS)) {
    await page.setViewportSize(screen);
    await expectForAll(page, '/docs', PARTS);
  }
});

test('an example is copied whole', async ({ page, desk, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, desk);
  await page.goto(`${desk.url}/docs#search`);
  await page.getByRole('button', { name: 'Copy example of Find by any id' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`curl '${desk.url}/api/v1/search?q=b845a6df36705812f14640da988698df' \\\n  -H "Authorization: Bearer $KEY"`);
});

test('who is not signed in gets the document and not the page', async ({ page, request, desk }) => {
  expect((await request.get(`${desk.url}/api/v1/openapi.json`)).status()).toBe(200);
  await page.goto(`${desk.url}/docs`);
  await expect(page).toHaveURL(/\/sign-in/);
});
