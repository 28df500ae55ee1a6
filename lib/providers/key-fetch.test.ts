import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchAveniaKeys, fetchBrlaKeys } from './brla/api';
import { fetchJunoKeys } from './juno/api';
import { KeyRing } from './key-ring';

/** The key endpoints, played by a real HTTP server. */

let server: Server;
let host: string;
let respond: RequestListener;
let asked: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const answering =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const pkcs1 = publicKey.export({ type: 'pkcs1', format: 'pem' }) as string;
const otherDer = other.export({ type: 'spki', format: 'der' }).toString('base64');

describe("Juno's keys", () => {
  test.each([
    ['a list', [{ key_id: '1', public_key: der, created_at: '2026-01-01' }]],
    ['a list in the other spelling', [{ keyId: '1', publicKey: der }]],
    ['a payload', { success: true, payload: [{ key_id: '1', public_key: der }] }],
    ['a payload in the other spelling', { payload: [{ keyId: '1', publicKey: der }] }],
    ['PEM', [{ key_id: '1', public_key: pem }]],
    ['an id that is a number', [{ key_id: 1, public_key: der }]],
  ])('are read from %s', async (_, body) => {
    respond = answering(body);
    const keys = await fetchJunoKeys('stage', host);
    expect(keys).toHaveLength(1);
    expect(keys[0]?.id).toBe('1');
    expect(keys[0]?.key.equals(publicKey)).toBe(true);
    expect(asked).toEqual(['GET /v4/webhooks/public-key']);
  });

  test('are all read, also two with one id, and one that cannot be read hides no other', async () => {
    respond = answering([
      { key_id: '1', public_key: der },
      { key_id: '1', public_key: otherDer },
      { key_id: '2', public_key: 'not a key' },
    ]);
    expect((await fetchJunoKeys('stage', host)).map(({ id }) => id)).toEqual(['1', '1']);
  });

  test.each([
    ['an empty list', []],
    ['an error', { success: false, error: { code: '0201' } }],
    ['no readable key', [{ key_id: '1', public_key: 'secret' }]],
    ['a private key', [{ key_id: '1', public_key: der.slice(0, 60) }]],
    ['far too many', Array.from({ length: 21 }, () => ({ key_id: '1', public_key: 'x' }))],
    ['something else', 'null'],
    ['nothing', ''],
  ])('are not to be had from %s', async (_, body) => {
    respond = answering(body);
    await expect(fetchJunoKeys('stage', host)).rejects.toThrow(/out of reach/);
  });
});

describe("BRLA's and Avenia's key", () => {
  test.each([
    ['publicKey', { publicKey: pem }],
    ['public_key', { public_key: pem }],
    ['PKCS#1', { publicKey: pkcs1 }],
    ['the PEM alone', pem],
    ['the PEM as a JSON text', JSON.stringify(pem)],
    ['base64', { publicKey: der }],
  ])('is read from %s', async (_, body) => {
    respond = answering(body);
    for (const fetchKeys of [fetchBrlaKeys, fetchAveniaKeys]) {
      const keys = await fetchKeys('stage', host);
      expect(keys.map(({ id, key }) => [id, key.equals(publicKey)])).toEqual([[null, true]]);
    }
    expect(asked).toEqual(['GET /v1/pubkey', 'GET /v2/public-key']);
  });
});

describe('an endpoint that is not well', () => {
  const fetches = [
    ['Juno', fetchJunoKeys],
    ['BRLA', fetchBrlaKeys],
    ['Avenia', fetchAveniaKeys],
  ] as const;
  const html = '<!doctype html><title>Down for maintenance</title>';

  test.each([
    ['500', answering({ publicKey: pem }, 500), 'answered 500'],
    ['404', answering([{ key_id: '1', public_key: der }], 404), 'answered 404'],
    ['204', answering('', 204), 'answered 204'],
    ['HTML', answering(html), 'answered none that can be read'],
    ['a page that never ends', endless, 'answered more than 65536 bytes'],
    ['a broken line', (_, response) => response.destroy(), 'could not be asked'],
    ['a redirect', redirect, 'could not be asked'],
  ] satisfies [string, RequestListener, string][])('%s', async (_, listener, reason) => {
    respond = listener;
    for (const [, fetchKeys] of fetches) await expect(fetchKeys('stage', host)).rejects.toThrow(reason);
    expect(asked).toHaveLength(fetches.length);
  });

  test('that says nothing, or says it byte by byte, is given up after three seconds', async () => {
    const drips: NodeJS.Timeout[] = [];
    respond = (request, response) => {
      if (request.url?.startsWith('/v1')) return; // says nothing at all
      response.writeHead(200);
      drips.push(setInterval(() => response.write(' '), 100));
    };
    const started = performance.now();
    const results = await Promise.allSettled(fetches.map(([, fetchKeys]) => fetchKeys('stage', host)));
    drips.forEach(clearInterval);
    for (const result of results)
      expect(result).toMatchObject({ reason: { message: expect.stringContaining('within 3000 ms') } });
    expect(performance.now() - started).toBeLessThan(4_500);
  }, 10_000);

  test('that is not there at all leaves nothing to say', async () => {
    const ring = KeyRing.fetched(
      () => fetchBrlaKeys('stage', 'http://127.0.0.1:1'),
      () => 0,
    );
    expect(await ring.lookUp(null)).toEqual({
      outcome: 'unavailable',
      reason: expect.stringContaining('http://127.0.0.1:1/v1/pubkey could not be asked'),
    });
  });
});

function endless(...[, response]: Parameters<RequestListener>) {
  const chunk = ' '.repeat(16 * 1024);
  const more = () => {
    while (response.write(chunk));
  };
  response.on('drain', more);
  more();
}

function redirect(...[request, response]: Parameters<RequestListener>) {
  if (request.url === '/keys') answering({ publicKey: pem })(request, response);
  else response.writeHead(302, { location: '/keys' }).end();
}
