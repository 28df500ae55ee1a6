import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { disconnect, prisma } from './db';
import { receive } from './ingest';
import { keptText, said } from './language/said';
import { keptInEnglish } from './language/translator';
import { log } from './log';
import {
  BODY,
  JUNO_ADDRESS,
  junoHeaders,
  keys,
  OTHER_BODY,
  PATH_SECRET,
  plainSign,
  RIPIO_ADDRESS,
  SIGNED_BY_JUNO,
  STRANGER,
} from './providers/ways';

/** The door on a real database, with BRLA's keys configured and Juno's key endpoint switched on and off. */

let endpoint: Server;
const pemOf = (key: typeof keys.brla.publicKey) => key.export({ type: 'spki', format: 'pem' }) as string;

beforeAll(async () => {
  endpoint = createServer((_, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    CONCILIA_MODE: 'production',
    JUNO_ENVIRONMENT: 'production',
    JUNO_API_URL: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`,
    BRLA_WEBHOOK_PUBLIC_KEY: pemOf(keys.brla.publicKey),
    AVENIA_WEBHOOK_PUBLIC_KEY: pemOf(keys.avenia.publicKey),
    RIPIO_WEBHOOK_PROOF: 'path-secret',
    RIPIO_PATH_SECRET: PATH_SECRET,
    RIPIO_ADDRESSES: RIPIO_ADDRESS,
  });
});

afterEach(() => void vi.restoreAllMocks());

afterAll(async () => {
  endpoint.close();
  await disconnect();
});

type Sent = {
  method?: string;
  peer?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

/** Puts a request in, and tells what was answered and what was stored for it. */
async function post(path: string, { method = 'POST', peer = STRANGER, headers = {}, body = BODY }: Sent = {}) {
  const before = await stored();
  const request = new Request(`http://localhost/api/webhooks/${path}`, {
    method,
    body,
    headers: { host: 'localhost', 'x-concilia-peer': peer, ...headers },
  });
  const response = await receive(path.split('/'), request);
  const after = await stored();
  return {
    status: response.status,
    headers: response.headers,
    answer: response.body === null ? null : await response.json(),
    deliveries: after.deliveries.slice(before.deliveries.length),
    refusals: after.refusals.slice(before.refusals.length),
  };
}

async function stored() {
  const [deliveries, refusals] = await Promise.all([
    prisma().delivery.findMany({ orderBy: { seq: 'asc' } }),
    prisma().refusal.findMany({ orderBy: { seq: 'asc' } }),
  ]);
  return { deliveries, refusals };
}

const textOf = (row: { body: Uint8Array } | undefined) => new TextDecoder().decode(row?.body);
const brlaSignature = (text: string) => ({ Signature: plainSign(text, keys.brla.privateKey) });

test.each<[string, Sent, string]>([
  ['brla', { headers: brlaSignature(BODY) }, 'signature'],
  ['juno', { peer: JUNO_ADDRESS }, 'address'],
  [`ripio/${PATH_SECRET}`, { peer: RIPIO_ADDRESS }, 'secret'],
])('a genuine delivery to %s is stored with its proof, byte for byte, and answered 200', async (path, sent, proof) => {
  const { status, headers, deliveries, refusals } = await post(path, sent);
  expect(status).toBe(200);
  expect(deliveries).toMatchObject([{ proof, provider: path.split('/')[0], sourceAddress: sent.peer ?? STRANGER }]);
  expect(headers.get('x-concilia-delivery')).toBe(String(deliveries[0]?.seq));
  expect(textOf(deliveries[0])).toBe(BODY);
  expect(refusals).toEqual([]);
});

test.each<[string, string, Sent]>([
  ['forged: another body', 'brla', { headers: brlaSignature(OTHER_BODY) }],
  ['forged: a byte changed', 'brla', { headers: brlaSignature(BODY), body: BODY.replace('1.50', '9.50') }],
  ['unsigned', 'brla', {}],
  ['unsigned from this machine, in production', 'brla', { peer: '127.0.0.1' }],
  ['from another address', 'juno', { peer: '3.129.233.228' }],
  ['without the secret', 'ripio', { peer: RIPIO_ADDRESS }],
  ['with another secret', 'ripio/wrong-secret-wrong-secret', { peer: RIPIO_ADDRESS }],
  ['with the secret, from another address', `ripio/${PATH_SECRET}`, {}],
  ['with a secret where there is none', `juno/${PATH_SECRET}`, { peer: JUNO_ADDRESS }],
])('%s: refused with 503, so that a true message is sent again, and kept with its reason', async (_, path, sent) => {
  const { status, answer, deliveries, refusals } = await post(path, sent);
  expect(status).toBe(503);
  expect(deliveries).toEqual([]);
  expect(refusals).toMatchObject([{ answerStatus: 503, sizeBytes: BigInt(Buffer.byteLength(BODY)) }]);
  expect(keptInEnglish(refusals[0]?.reason ?? '')).toBe(answer.error);
  expect(textOf(refusals[0])).toBe(sent.body ?? BODY);
});

test('while the keys are out of reach nothing is promised, nothing is stored, and the provider is asked to come again', async () => {
  const complaint = vi.spyOn(log, 'error').mockReturnValue();
  const headers = junoHeaders(plainSign(SIGNED_BY_JUNO, keys.bitso.privateKey));
  const results = await Promise.all([1, 2, 3].map(() => post('juno', { headers, peer: JUNO_ADDRESS })));
  for (const result of results) {
    expect(result.status).toBe(503);
    expect(result.headers.get('retry-after')).toBe('30');
    expect(result.answer).toEqual({ stored: false, error: expect.stringContaining('answered 500') });
    expect([...result.deliveries, ...result.refusals]).toEqual([]);
  }
  expect(complaint).toHaveBeenCalledTimes(1); // one fetch for all
});

test('over 1 MiB: 503, and kept whole as refused; exactly 1 MiB is taken', async () => {
  const body = 'x'.repeat(1024 * 1024 + 1);
  const { status, deliveries, refusals } = await post('brla', { body, headers: brlaSignature(body) });
  expect(status).toBe(503);
  expect(deliveries).toEqual([]);
  expect(refusals).toMatchObject([{ answerStatus: 503, sizeBytes: BigInt(body.length) }]);
  const fitting = body.slice(1);
  expect((await post('brla', { body: fitting, headers: brlaSignature(fitting) })).status).toBe(200);
});

test.each([
  ['stripe', '/api/webhooks/stripe'],
  ['', '/api/webhooks/'],
  ['juno/a/b', '/api/webhooks/juno/[hidden]/[hidden]'],
  [`ripio/${PATH_SECRET}/x`, '/api/webhooks/ripio/[hidden]/[hidden]'],
  [`ripo/${PATH_SECRET}`, '/api/webhooks/ripo/[hidden]'],
  [PATH_SECRET, '/api/webhooks/[hidden]'],
  ['__proto__', '/api/webhooks/__proto__'],
  ['nul\u0000', '/api/webhooks/nul%00'],
  ['a/b/c/d/e/f/g', '/api/webhooks/a/[hidden]/[hidden]/[hidden]'],
])('a path that nobody has is recorded and answered 503: %j', async (path, shown) => {
  const { status, deliveries, refusals } = await post(path, { peer: RIPIO_ADDRESS });
  expect(status).toBe(503);
  expect(deliveries).toEqual([]);
  expect(refusals).toMatchObject([{ path: shown, reason: keptText(said('proof.refused.noSource')) }]);
});

test.each(['PUT', 'PATCH'])('%s is not how a webhook comes: recorded and answered 503', async (method) => {
  const { status, refusals } = await post('brla', { method, headers: brlaSignature(BODY) });
  expect(status).toBe(503);
  expect(refusals).toMatchObject([{ reason: keptText(said('proof.refused.method', { method })) }]);
});

test('genuine and not understood is stored: bytes that are no JSON, no text, or nothing', async () => {
  for (const body of ['', 'not json', '{"a":"\\u0000"}', '['.repeat(10_000)]) {
    const { status, deliveries } = await post('brla', { body, headers: brlaSignature(body) });
    expect(status).toBe(200);
    expect(textOf(deliveries[0])).toBe(body);
  }
  const { status, deliveries } = await post('juno', { body: new Uint8Array([0, 255, 254]), peer: JUNO_ADDRESS });
  expect(status).toBe(200);
  expect([...(deliveries[0]?.body ?? [])]).toEqual([0, 255, 254]);
});

test('without our server in front nobody has an address, and nothing is believed', async () => {
  const request = new Request('http://localhost/api/webhooks/juno', { method: 'POST', body: BODY });
  const response = await receive(['juno'], request);
  expect(response.status).toBe(503);
  expect((await response.json()).error).toContain('peer address');
});

test('the secret of a path is nowhere in the database, in an answer or in a log', async () => {
  const printed: unknown[] = [];
  for (const channel of [process.stdout, process.stderr])
    vi.spyOn(channel, 'write').mockImplementation((said) => Boolean(printed.push(String(said))));
  const answers = [];
  for (const path of [`ripio/${PATH_SECRET}`, `ripio/${PATH_SECRET}x`, `${PATH_SECRET}/ripio`, `juno/${PATH_SECRET}`])
    answers.push((await post(path, { peer: RIPIO_ADDRESS })).answer);
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('the line broke')) });
  const sent = { method: 'POST', body: broken, duplex: 'half' } as const;
  await receive(['ripio', PATH_SECRET], new Request('http://localhost/', sent));
  vi.restoreAllMocks();
  expect(printed.join(' ')).toContain('"path":"/api/webhooks/ripio/[hidden]"');
  const everything = JSON.stringify([await stored(), answers, printed], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(everything).toContain('[hidden]');
  expect(everything).not.toContain(PATH_SECRET);
});
