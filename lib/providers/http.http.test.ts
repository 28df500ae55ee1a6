import { afterEach, describe, expect, test } from 'vitest';
import { selfSigned } from '@/e2e/standins/certificate';
import { type Fault, type Handle, type ServerOptions, type Standin, startStandin } from '@/e2e/standins/server';
import type { ApiProblem } from './failure';
import { Api, type Call } from './http.api';

/** The caller under the clients of all providers, against a server that does what it is told, good or bad. */

let standin: Standin | undefined;
afterEach(() => standin?.close());

const things: Handle = () => ({ status: 200, json: { things: [{ id: 'a', amount: 1.1 }, { id: 'b' }], next: null } });

async function start(handle: Handle = things, options: ServerOptions = {}) {
  standin = await startStandin(handle, { slowMs: 600, ...options });
  return { standin, api: apiAt(standin.url) };
}

function apiAt(host: string, attempts?: number) {
  const pace = { spacing: 0, timeout: 250, pause: 5 };
  return new Api({
    host,
    access: (_, send) => send({ authorization: 'Bearer s3cr3t' }),
    secrets: ['s3cr3t'],
    pace,
    attempts,
  });
}

const get: Call = { method: 'GET', path: '/things?taxId=52998224725' };

async function rowsOf(api: Api, call = get) {
  const rows: string[] = [];
  for await (const row of api.rows(call, 'things')) rows.push(Buffer.from(row).toString());
  return rows;
}

describe('an API that is well', () => {
  test('answers documents and rows, digits and all', async () => {
    const { api } = await start();
    expect(await api.json(get)).toMatchObject({ next: null });
    expect(await rowsOf(api)).toEqual(['{"id":"a","amount":1.1}', '{"id":"b"}']);
  });
});

describe('an API that is not well for a moment', () => {
  test.each<[Fault, number]>([
    ['500', 2],
    ['slow', 1],
    ['hang_up', 2],
    ['rate_limited', 2],
  ])('is asked again: %s, %i times', async (kind, times) => {
    const { api, standin } = await start();
    standin.fault(kind, times);
    expect(await rowsOf(api)).toHaveLength(2);
    expect(standin.calls).toHaveLength(times + 1);
  });

  test('is asked again when it said, and nobody asks it sooner', async () => {
    const { api, standin } = await start();
    standin.fault('rate_limited_with_retry_after');
    const since = performance.now();
    const first = api.json(get);
    await expect.poll(() => standin.calls.length).toBe(1);
    await Promise.all([first, new Promise((resolve) => setTimeout(resolve, 100)).then(() => api.json(get))]);
    expect(performance.now() - since).toBeGreaterThan(950);
    expect(standin.calls).toHaveLength(3);
  });

  test('is not asked again for what must not be done twice', async () => {
    const { api, standin } = await start();
    standin.fault('500');
    await expect(api.answer({ method: 'POST', path: '/things', body: '{}' })).rejects.toMatchObject({
      problem: 'server_error',
    });
    expect(standin.calls).toHaveLength(1);
  });
});

describe('an API that stays unwell', () => {
  test.each<[Fault, ApiProblem, number]>([
    ['500', 'server_error', 3],
    ['slow', 'timed_out', 3],
    ['hang_up', 'unreachable', 3],
    ['rate_limited', 'rate_limited', 3],
    ['redirect', 'not_understood', 1],
    ['html', 'not_understood', 1],
    ['half_json', 'not_understood', 1],
  ])(
    '%s ends as %s after %i attempts, and the message names no secret and no query',
    async (kind, problem, attempts) => {
      const { api, standin } = await start();
      for (const ask of [() => api.json(get), () => rowsOf(api)]) {
        standin.mend();
        standin.fault(kind, Number.POSITIVE_INFINITY);
        const before = standin.calls.length;
        const failure = await ask().catch((error) => error);
        expect(failure).toMatchObject({
          name: 'ApiFailure',
          problem,
          message: expect.stringMatching(/^GET \/things \w/),
        });
        expect(failure.message).not.toMatch(/s3cr3t|52998224725/);
        expect(standin.calls.length - before).toBe(attempts);
      }
    },
  );

  test('is unreachable where nobody is', async () => {
    await expect(apiAt('http://127.0.0.1:1').json(get)).rejects.toMatchObject({ problem: 'unreachable' });
    await expect(apiAt('http://nobody.invalid', 1).json(get)).rejects.toMatchObject({ problem: 'unreachable' });
  });

  test('with a certificate that nobody vouches for is told nothing', async () => {
    const { api, standin } = await start(things, { tls: selfSigned() });
    await expect(api.json(get)).rejects.toMatchObject({
      problem: 'certificate',
      message: 'GET /things was not sent: the certificate failed (DEPTH_ZERO_SELF_SIGNED_CERT).',
    });
    expect(standin.calls).toEqual([]);
  });

  test('that answers without end is stopped at four megabytes', async () => {
    const { api } = await start(() => ({ status: 200, json: { text: 'x'.repeat(5 * 1024 * 1024) } }));
    await expect(api.json(get)).rejects.toMatchObject({ problem: 'not_understood' });
  });
});

describe('an answer that is read row by row', () => {
  const many = 20_000;
  const longList: Handle = () => ({
    status: 200,
    rows: { before: '{"things":[', each: Array.from({ length: many }, (_, i) => ({ id: `thing-${i}` })), after: ']}' },
  });

  test('waits for a slow reader', async () => {
    const { api } = await start(longList);
    let count = 0;
    for await (const _ of api.rows(get, 'things'))
      if (++count % 5_000 === 0) await new Promise((resolve) => setTimeout(resolve, 300));
    expect(count).toBe(many);
  });

  test('is let go of by a reader who has enough', async () => {
    const { api } = await start(longList);
    for await (const row of api.rows(get, 'things')) {
      expect(Buffer.from(row).toString()).toBe('{"id":"thing-0"}');
      break;
    }
  });

  test('ends when the reader’s own signal says so, with its reason', async () => {
    const { api } = await start(longList);
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _ of api.rows({ ...get, signal: stop.signal }, 'things')) stop.abort(new Error('enough'));
    })();
    await expect(reading).rejects.toThrow('enough');
    await expect(api.json({ ...get, signal: stop.signal })).rejects.toThrow('enough');
  });
});
