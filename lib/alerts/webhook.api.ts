import 'server-only';
import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { type Said, said } from '@/lib/language/said';
import { SIGNATURE_HEADER, signatureOf } from './signature';
import { isPublicAddress, literalOf, urlFault } from './target';

/** What became of a message. `why` is for people. */
export type PostOutcome = { readonly outcome: 'sent' } | { readonly outcome: 'failed'; readonly why: Said };

export type Post = {
  readonly url: string;
  readonly body: string;
  readonly secret: string;
  readonly now: Date;
  /** The desk runs for this machine only, and may speak to it and its neighbours. */
  readonly isLocal: boolean;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;

/**
 * Posts a signed message. The name is looked up once, and the very address that was checked is spoken to: a name that
 * points elsewhere a moment later gains nothing. No redirect is followed and no answer is read. Never throws.
 */
export async function postSigned({ url: text, isLocal, timeoutMs = TIMEOUT_MS, ...post }: Post): Promise<PostOutcome> {
  if (urlFault(text, isLocal) !== null) return failed(said('alerts.failure.notAllowed'));
  const url = new URL(text);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const address = await Promise.race([addressOf(url.hostname), aborted(signal)]);
    if (address === null) return failed(said('alerts.failure.noAddress'));
    if (!isLocal && !isPublicAddress(address)) return failed(said('alerts.failure.private'));
    const status = await statusOf(url, address, post, signal);
    if (status >= 200 && status < 300) return { outcome: 'sent' };
    const told = { status: String(status) };
    return failed(status < 400 ? said('alerts.failure.elsewhere', told) : said('alerts.failure.answered', told));
  } catch (error) {
    if (signal.aborted) return failed(said('alerts.failure.slow', { seconds: timeoutMs / 1000 }));
    const code = (error as { code?: unknown } | null)?.code;
    return failed(
      typeof code === 'string' ? said('alerts.failure.unreachableCode', { code }) : said('alerts.failure.unreachable'),
    );
  }
}

const failed = (why: Said): PostOutcome => ({ outcome: 'failed', why });

async function addressOf(hostname: string): Promise<string | null> {
  const literal = literalOf(hostname);
  if (literal !== null) return literal;
  const found = await lookup(hostname, { all: true });
  // One address inside among many outside is reason enough to be wary of all.
  return (found.find(({ address }) => !isPublicAddress(address)) ?? found[0])?.address ?? null;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

function statusOf(
  url: URL,
  address: string,
  { body, secret, now }: Pick<Post, 'body' | 'secret' | 'now'>,
  signal: AbortSignal,
): Promise<number> {
  const isSecure = url.protocol === 'https:';
  const named = literalOf(url.hostname) === null;
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestSecure : requestPlain)(
      {
        host: address,
        port: url.port === '' ? undefined : Number(url.port),
        path: url.pathname + url.search,
        method: 'POST',
        // The certificate is the name's, not the address's.
        ...(isSecure && named && { servername: url.hostname }),
        headers: {
          host: url.host,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Concilia',
          [SIGNATURE_HEADER]: signatureOf(secret, body, now),
        },
        agent: false,
        signal,
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
