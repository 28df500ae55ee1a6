import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../scripts/postgres.mjs';
import { apiKey, type Desk, deliver, expect, payload, query, signInByForm, test } from './fixtures';
import { AUTH_SECRET, type OwnProcess, startOwn } from './own-process';

/** How the desk is watched: health, figures, lines and traces, and that nobody's data is in them. */

const ask = async (desk: Desk, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(desk.url + path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const running: OwnProcess[] = [];
test.afterEach(async () => {
  for (const own of running.splice(0)) await own.stop();
});
async function own(...given: Parameters<typeof startOwn>): Promise<OwnProcess> {
  const started = await startOwn(...given);
  running.push(started);
  return started;
}

test('live asks nobody; ready asks the database for this build’s migrations', async ({ emptyDesk }) => {
  expect(await ask(emptyDesk, '/api/health/live')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  expect(await ask(emptyDesk, '/api/health/ready')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  const latest = '(SELECT max(migration_name) FROM _prisma_migrations)';
  const [before] = await query<{ at: Date }>(
    emptyDesk,
    `SELECT finished_at AS at FROM _prisma_migrations WHERE migration_name = ${latest}`,
  );
  await query(emptyDesk, `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${latest}`);
  try {
    const { status, text } = await ask(emptyDesk, '/api/health/ready');
    expect([status, JSON.parse(text)]).toEqual([503, { status: 'unavailable', reason: 'migrations' }]);
  } finally {
    const at = before?.at.toISOString();
    await query(emptyDesk, `UPDATE _prisma_migrations SET finished_at = '${at}' WHERE migration_name = ${latest}`);
  }
  await query(
    emptyDesk,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('newer', '', '99990101000000_of_a_newer_build', now())`,
  );
  expect((await ask(emptyDesk, '/api/health/ready')).status).toBe(200);
  await query(emptyDesk, `DELETE FROM _prisma_migrations WHERE id = 'newer'`);
});

test('without its database a process lives and is not ready', async ({ emptyDesk }) => {
  const nowhere = `postgres://nobody:hunter2secret@127.0.0.1:${await freePort()}/x`;
  const { desk, printed } = await own('server', { ...emptyDesk, databaseUrl: nowhere });
  expect((await ask(desk, '/api/health/live')).status).toBe(200);
  const { status, text } = await ask(desk, '/api/health/ready');
  expect([status, JSON.parse(text)]).toEqual([503, { status: 'unavailable', reason: 'database' }]);
  expect((await ask(desk, '/api/health')).status).toBe(503);
  expect(printed()).toContain('health: not ready');
  expect(printed()).not.toContain('hunter2secret');
});

test('told to stop, it says so first and still takes what comes, then ends of itself', async ({ emptyDesk }) => {
  const { desk, child, stop } = await own('server', emptyDesk, { DRAIN_SECONDS: '6' });
  expect((await ask(desk, '/api/health/ready')).status).toBe(200);
  const ended = stop();
  await expect
    .poll(async () => (await ask(desk, '/api/health/ready')).text, { intervals: [50] })
    .toBe('{"status":"unavailable","reason":"stopping"}');
  expect((await ask(desk, '/api/health/live')).status).toBe(200);
  const taken = await deliver(desk, 'juno', payload('juno', 'issuance-complete'));
  expect(taken.status).toBe(200);
  expect(taken.headers.get('connection')).toBe('close');
  expect(await ended).toBe(0);
  expect(child.exitCode).toBe(0);
});

const count = (text: string, line: string) =>
  Number(new RegExp(`^${line.replace(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);

test('figures are told to this machine, or to who has the token; they name nobody', async ({ desk, emptyDesk }) => {
  const before = (await ask(emptyDesk, '/api/metrics')).text;
  await deliver(emptyDesk, 'brla', payload('brla', 'burn-success'));
  await fetch(`${emptyDesk.url}/api/webhooks/nobody`, { method: 'POST', body: '{}' });
  await ask(emptyDesk, '/transactions/juno:issuance:somebody?q=somebody@example.com');
  const { status, headers, text } = await ask(emptyDesk, '/api/metrics');
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=/)]);
  for (const line of [
    'concilia_deliveries_total{provider="brla",result="stored"}',
    'concilia_deliveries_total{provider="unknown",result="refused"}',
    'concilia_http_requests_total{group="/api/webhooks",status="200"}',
    'concilia_http_requests_total{group="/transactions",status="307"}',
    'concilia_ingest_seconds_count',
    'concilia_append_batch_rows_count',
  ])
    expect(count(text, line), line).toBeGreaterThan(count(before, line));
  for (const name of [
    ...['concilia_backlog_deliveries', 'concilia_backlog_oldest_seconds', 'nodejs_eventloop_lag_seconds'],
    ...['process_resident_memory_bytes', 'concilia_database_connections{pool="desk",state="open"}'],
  ])
    expect(text).toContain(`\n${name} `);
  expect(text).not.toMatch(/somebody|@|juno:/);

  const guarded = await own('server', desk, { METRICS_TOKEN: 'a token for prometheus' });
  expect((await ask(guarded.desk, '/api/metrics')).status).toBe(401);
  expect((await ask(guarded.desk, '/api/metrics', { authorization: 'Bearer a token for prometheuX' })).status).toBe(
    401,
  );
  expect((await ask(guarded.desk, '/api/metrics', { authorization: 'Bearer a token for prometheus' })).status).toBe(
    200,
  );
  const behindProxy = await own('server', desk, { TRUSTED_PROXIES: '127.0.0.1,::1' });
  expect((await ask(behindProxy.desk, '/api/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
});

test('the worker tells its figures on a port of its own', async ({ emptyDesk }) => {
  const port = String(await freePort());
  const settings = { METRICS_WORKER_PORT: port, METRICS_TOKEN: 'a token for prometheus' };
  await own('worker', emptyDesk, settings);
  const url = `http://127.0.0.1:${port}`;
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  expect((await fetch(`${url}/other`)).status).toBe(404);
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a token for prometheus' } });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain('concilia_folded_deliveries_total');
  expect(text).toContain('# TYPE concilia_jobs_total counter');
});

/** What must stand in no line and in no span, and is given to the desk here. */
const PERSONAL = {
  name: 'Guadalupe Ejemplar',
  cpf: '529.982.247-25',
  clabe: '032180000118359719',
  mail: 'guadalupe@banco.example',
};

async function useWithPersonalData({ desk }: OwnProcess, page: Parameters<typeof signInByForm>[0]): Promise<string[]> {
  const key = apiKey(desk);
  await signInByForm(page, desk);
  await page.goto(`${desk.url}/search?q=${encodeURIComponent(PERSONAL.cpf)}`);
  await page.goto(`${desk.url}/transactions?q=${encodeURIComponent(PERSONAL.name)}`);
  await page.goto(`${desk.url}/transactions/${encodeURIComponent(PERSONAL.mail)}`);
  for (const text of Object.values(PERSONAL))
    await page.evaluate((body) => fetch('/search/find', { method: 'POST', body }), text);
  const headers = { authorization: `Bearer ${key}` };
  await ask(desk, `/api/v1/search?q=${encodeURIComponent(PERSONAL.clabe)}`, headers);
  await ask(desk, `/api/v1/transactions/${encodeURIComponent(PERSONAL.mail)}`, headers);
  const body = JSON.stringify({ event: 'X', payload: { ...PERSONAL } });
  await deliver(desk, 'juno', body);
  await deliver(desk, `ripio/${encodeURIComponent(PERSONAL.mail)}`, body);
  await page.goto(`${desk.url}/sign-in`);
  const cookies = await page.context().cookies(desk.url);
  return [key, ...cookies.map(({ value }) => value).filter((value) => value.length > 20)];
}

const ofPersons = (desk: Desk) => [
  ...Object.values(PERSONAL),
  ...Object.values(PERSONAL).map(encodeURIComponent),
  ...Object.values(PERSONAL).map((value) => value.replace(/\W/g, '')),
  desk.signIn.email,
  desk.signIn.password,
];

test('a line says who by id, which route and what came of it; never whose data', async ({ page, desk }) => {
  const server = await own('server', desk, { LOG_LEVEL: 'debug', TRUSTED_PROXIES: '127.0.0.1,::1' });
  const secrets = await useWithPersonalData(server, page);
  const given = await ask(server.desk, '/sign-in', { 'x-request-id': 'balancer-4711' });
  expect(given.headers.get('x-request-id')).toBe('balancer-4711');
  const made = await ask(server.desk, '/sign-in', { 'x-request-id': 'ü"}' });
  expect(made.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  await server.stop();

  const lines = server
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(10);
  const [person] = await query<{ id: string }>(desk, `SELECT id FROM users WHERE email = '${desk.signIn.email}'`);
  expect(lines).toContainEqual(
    expect.objectContaining({ message: 'answered', method: 'GET', route: '/transactions/[id]', user: person?.id }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ route: '/search/find', status: 200, method: 'POST' }));
  expect(lines).toContainEqual(expect.objectContaining({ route: '/sign-in', request: 'balancer-4711', status: 200 }));
  expect(lines.filter(({ route }) => route?.startsWith('/api/webhooks'))).toEqual([]);
  for (const value of [...ofPersons(desk), ...secrets]) expect(server.printed()).not.toContain(value);
});

test('the reference of an error page is in the log', async ({ desk }) => {
  const server = await own('server', desk, { TRUSTED_PROXIES: '' });
  const untrusted = await ask(server.desk, '/sign-in', { 'x-request-id': 'balancer-4711' });
  expect(untrusted.headers.get('x-request-id')).not.toBe('balancer-4711');
  const nowhere = `postgres://nobody@127.0.0.1:${await freePort()}/x`;
  const broken = await own('server', { ...desk, databaseUrl: nowhere });
  // Signed as ours are, so that the database is asked about it.
  const signature = createHmac('sha256', AUTH_SECRET).update('nobody').digest('base64');
  const cookie = `better-auth.session_token=${encodeURIComponent(`nobody.${signature}`)}`;
  const { status, text, headers } = await ask(broken.desk, '/transactions', { cookie });
  expect(status).toBe(500);
  await broken.stop();
  const line = broken
    .printed()
    .split('\n')
    .filter((one) => one.startsWith('{'))
    .map((one) => JSON.parse(one))
    .find(({ request, digest }) => digest !== undefined && request === headers.get('x-request-id'));
  expect(line?.digest).toMatch(/^\d+/);
  expect(text).toContain(line.digest);
});

test('traces are sent where they are asked for, without a query, an address or a name in them', async ({
  page,
  desk,
}) => {
  const bodies: string[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const server = await own('server', desk, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  const secrets = await useWithPersonalData(server, page);
  await expect.poll(() => bodies.join('\n')).toContain('"webhook"');
  await expect.poll(() => bodies.join('\n')).toContain('/search/find');
  const sent = bodies.join('\n');
  expect(sent).toContain('concilia');
  expect(sent).toContain('/transactions/[id]');
  expect(sent).not.toMatch(/\?q=/);
  for (const value of [...ofPersons(desk), ...secrets]) expect(sent).not.toContain(value);
  await server.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

test('who tries keys in a loop is told to wait, and others are not', async ({ desk }) => {
  const server = await own('server', desk, { TRUSTED_PROXIES: '127.0.0.1,::1' });
  const guess = (from: string) =>
    ask(server.desk, '/api/v1/transactions', { authorization: 'Bearer ck_guess', 'x-forwarded-for': from });
  const statuses = await Promise.all(Array.from({ length: 305 }, () => guess('2001:db8:1:2::1').then((a) => a.status)));
  expect(statuses.filter((status) => status === 401)).toHaveLength(300);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  const over = await guess('2001:db8:1:2::2');
  expect([over.status, Number(over.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  expect(JSON.parse(over.text).error).toBe('too_many_requests');
  expect((await guess('2001:db8:1:3::1')).status).toBe(401);
});
