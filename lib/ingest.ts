import 'server-only';
import type { Delivery, Origin } from '@/lib/events/delivery';
import type { RefusalCause } from '@/lib/events/refusal';
import { keepRefusal } from '@/lib/events/refusal.store';
import { append } from '@/lib/events/store';
import { shownPath } from '@/lib/events/webhook-path';
import { keptText, type Said, said } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';
import { log } from '@/lib/log';
import type { Provider } from '@/lib/providers/catalogue';
import { isProvider } from '@/lib/providers/catalogue';
import { providers } from '@/lib/providers/index';
import { verify } from '@/lib/providers/verify';
import { ringsOf, sourceOf } from '@/lib/sources';
import { traced } from '@/lib/tracing';
import { processMetrics } from '@/scripts/metrics.mjs';

const BODIES = Symbol.for('concilia.bodies');
/** Larger than any provider's message. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Up to here an oversized body is read and kept as refused; past it we stop reading. */
const MAX_READ_BYTES = 8 * MAX_BODY_BYTES;
/** Written by our own server from the socket; a client's copy never survives it. */
const PEER_HEADER = 'x-concilia-peer';
/** Where our own server has read the body already: its number in the map below. */
const BODY_HEADER = 'x-concilia-body';
const handedOver = globalThis as { [BODIES]?: Map<string, Uint8Array<ArrayBuffer>> };
const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key'];
const TRANSPORT_HEADERS = new Set([
  PEER_HEADER,
  BODY_HEADER,
  'x-concilia-url',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** When to try again if a provider's keys are out of reach. */
const RETRY_SECONDS = 30;

/**
 * A webhook's whole way in: read the bytes, prove them genuine, make them durable, then answer 2xx. Anything that could
 * be a provider's message is answered below 500 only when its bytes are stored. `path` is what follows
 * `/api/webhooks/`: the provider's name and, where its source is set up so, the secret.
 */
export async function receive(path: readonly string[], request: Request): Promise<Response> {
  const began = performance.now();
  const { result, response } = await traced('webhook', () => taken(path, request));
  const [provider = ''] = path;
  metrics.deliveries.inc({ provider: isProvider(provider) ? provider : 'unknown', result });
  metrics.ingest.observe((performance.now() - began) / 1000);
  return response;
}

type Taken = { readonly result: 'stored' | 'refused' | 'unavailable' | 'failed'; readonly response: Response };
const metrics = processMetrics();

async function taken(path: readonly string[], request: Request): Promise<Taken> {
  const receivedAt = new Date();
  const [provider = '', pathSecret = null] = path;
  const peer = request.headers.get(PEER_HEADER);
  const refuse = async (cause: RefusalCause, reason: Said, body: Uint8Array<ArrayBuffer>): Promise<Taken> => {
    const response = await refused(request, { receivedAt, path: shownPath(path), cause, reason, body, peer });
    return { result: 'refused', response };
  };
  try {
    const { bytes, isWhole } = await readBody(request);
    if (!isProvider(provider) || path.length > 2)
      return await refuse('unknown_source', said('proof.refused.noSource'), bytes);
    if (request.method !== 'POST')
      return await refuse('unknown_source', said('proof.refused.method', { method: request.method }), bytes);
    if (!isWhole) return { result: 'refused', response: answer(503, 'The body is too large to be read.') };
    if (bytes.byteLength > MAX_BODY_BYTES) return await refuse('too_large', said('proof.refused.tooLarge'), bytes);
    const source = sourceOf(provider);
    const evidence = { peer, headers: request.headers, body: bytes, pathSecret };
    const found = verify(providers[provider], source, evidence, ringsOf(provider));
    const verdict = found instanceof Promise ? await found : found;
    if (verdict.outcome === 'unavailable') {
      const again = { 'retry-after': String(RETRY_SECONDS) };
      return { result: 'unavailable', response: answer(503, verdict.reason, again) };
    }
    if (verdict.outcome === 'refused') return await refuse('no_proof', verdict.reason, bytes);
    const delivery: Delivery = {
      provider,
      environment: source.environment,
      origin: 'webhook',
      receivedAt,
      sourceAddress: peer ?? '',
      proof: verdict.proof,
      headers: keptHeaders(request.headers),
      body: bytes,
      answerStatus: 200,
    };
    return { result: 'stored', response: stored(await append(delivery)) };
  } catch (error) {
    // Nothing was promised: the provider keeps the message and sends it again.
    log.error({ err: error, path: shownPath(path) }, 'webhook: not stored, answered 503');
    return { result: 'failed', response: answer(503, 'Not stored. Please send it again.') };
  }
}

/**
 * Puts a message that did not come by webhook through the same door, with its origin marked. `host` is the provider's
 * API that gave it; without one it was made on this machine.
 */
export function admit({ host, ...message }: Admitted): Promise<string> {
  return append({
    ...message,
    environment: sourceOf(message.provider).environment,
    sourceAddress: host ?? '127.0.0.1',
    proof: host === undefined ? 'loopback' : 'api',
    headers: { 'content-type': 'application/json' },
    answerStatus: 200,
  });
}

type Admitted = {
  readonly provider: Provider;
  readonly origin: Exclude<Origin, 'webhook'>;
  readonly receivedAt: Date;
  readonly body: Uint8Array;
  readonly host?: string;
};

type Refused = {
  receivedAt: Date;
  path: string;
  cause: RefusalCause;
  reason: Said;
  body: Uint8Array<ArrayBuffer>;
  peer: string | null;
};

/** Keeps what is refused and says 503, whatever is wrong with it: a provider takes anything below for "delivered". */
async function refused(request: Request, { receivedAt, path, cause, reason, body, peer }: Refused): Promise<Response> {
  await keepRefusal({
    receivedAt,
    path,
    cause,
    reason: keptText(reason),
    sourceAddress: peer ?? 'unknown',
    headers: keptHeaders(request.headers),
    body,
    answerStatus: 503,
  });
  // Whoever runs the other end is a program: the answer is in English, what people here read is in theirs.
  return answer(503, inEnglish(reason));
}

/** The number is in a header: the frame writes an answer without a body for a third less of the whole request's cost. */
function stored(deliverySeq: string): Response {
  return new Response(null, { status: 200, headers: { 'x-concilia-delivery': deliverySeq } });
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ stored: false, error: text });
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
}

function keptHeaders(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (TRANSPORT_HEADERS.has(name)) return;
    kept[name] = SECRET_HEADERS.includes(name) ? '[removed]' : value;
  });
  return kept;
}

/** The body's bytes; a declared small body in one step, anything else piece by piece up to the limit. */
async function readBody(request: Request): Promise<{ bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }> {
  const number = request.headers.get(BODY_HEADER);
  if (number !== null) {
    const bytes = handedOver[BODIES]?.get(number);
    if (!bytes) throw new Error('its sender went away'); // and its body with it: what is left here reads as empty
    return { bytes, isWhole: true };
  }
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared <= MAX_BODY_BYTES) return { bytes: new Uint8Array(await request.arrayBuffer()), isWhole: true };
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_READ_BYTES) return { bytes: joined(pieces), isWhole: false };
    pieces.push(piece);
  }
  return { bytes: joined(pieces), isWhole: true };
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces));
}
