import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a stand-in for a provider can be told to do wrong. Those after the line are about what it says, not how. */
export const FAULTS = [
  '500',
  'slow',
  'html',
  'half_json',
  'hang_up',
  'redirect',
  'rate_limited',
  'rate_limited_with_retry_after',
  // ---
  'expired_token',
  'stale_nonce',
  'numbers_for_strings',
  'repeats_pages',
  'changes_while_read',
  'foreign_account',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One request as it came. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  /** With the query, as it was signed. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** `rows` are written one by one into a list, so that it may be long: `before` and `after` are the text around them. */
export type Answer = {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly rows?: { readonly before: string; readonly each: Iterable<unknown>; readonly after: string };
};

export type Standin = {
  readonly url: string;
  /** Every request that came, in order. */
  readonly calls: readonly Asked[];
  /** Does `kind` to the next `times` requests that it fits, or only to those whose path begins with `path`. */
  readonly fault: (kind: Fault, times?: number, path?: string) => void;
  /** Does nothing wrong any more. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

/** Whether the fault is due for this request; each time it is asked for counts. */
export type Take = (kind: Fault) => boolean;
export type Handle = (asked: Asked, take: Take) => Answer;
export type ServerOptions = {
  readonly port?: number;
  /** Serves https with these, both PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** How long `slow` takes. */
  readonly slowMs?: number;
};

/** A server on this machine that answers as `handle` says, and badly as often as it is told to. */
export async function startStandin(
  handle: Handle,
  { port = 0, tls, slowMs = 15_000 }: ServerOptions = {},
): Promise<Standin> {
  const calls: Asked[] = [];
  let faults: { kind: Fault; times: number; path: string }[] = [];

  const taking =
    (path: string): Take =>
    (kind) => {
      const due = faults.find((fault) => fault.kind === kind && fault.times > 0 && path.startsWith(fault.path));
      if (due) due.times -= 1;
      return due !== undefined;
    };
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => response.destroy());
  };
  async function respond(request: IncomingMessage, response: ServerResponse) {
    const asked = await readAsked(request);
    calls.push(asked);
    const take = taking(asked.path);
    if (take('hang_up')) return void response.destroy();
    if (take('slow')) await sleep(slowMs, undefined, { ref: false });
    const wrong = wrongAnswer(take);
    if (wrong) return void response.writeHead(wrong.status, wrong.headers).end(wrong.text);
    const answer = handle(asked, take);
    await write(response, answer, take('half_json'));
  }

  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    fault: (kind, times = 1, path = '/') => faults.push({ kind, times, path }),
    mend: () => {
      faults = [];
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function wrongAnswer(take: Take): { status: number; headers: Record<string, string>; text: string } | null {
  const json = { 'content-type': 'application/json' };
  const slowDown = '{"error":"Too many requests"}';
  if (take('500')) return { status: 500, headers: json, text: '{"error":"Internal error"}' };
  if (take('html'))
    return { status: 200, headers: { 'content-type': 'text/html' }, text: '<!doctype html><h1>Hi</h1>' };
  if (take('redirect')) return { status: 302, headers: { location: '/elsewhere' }, text: '' };
  if (take('rate_limited')) return { status: 429, headers: json, text: slowDown };
  if (take('rate_limited_with_retry_after'))
    return { status: 429, headers: { ...json, 'retry-after': '1' }, text: slowDown };
  return null;
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  const url = request.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'http://standin');
  return {
    method: request.method ?? '',
    path: pathname,
    url,
    query: searchParams,
    headers: request.headers,
    body: Buffer.concat(pieces).toString('utf8'),
  };
}

async function write(response: ServerResponse, { status, headers, json, rows }: Answer, isHalf: boolean) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (isHalf) {
    const whole = [...(rows ? textOf(rows) : [JSON.stringify(json ?? {})])].join('');
    return void response.end(whole.slice(0, Math.ceil(whole.length / 2)));
  }
  if (rows) return pipeline(Readable.from(textOf(rows)), response);
  response.end(json === undefined ? '' : JSON.stringify(json));
}

const BATCH = 500;

function* textOf({ before, each, after }: NonNullable<Answer['rows']>): Generator<string> {
  let text = before;
  let count = 0;
  for (const row of each) {
    text += (count++ === 0 ? '' : ',') + JSON.stringify(row);
    if (count % BATCH !== 0) continue;
    yield text;
    text = '';
  }
  yield text + after;
}

/** The same row with a number where an id was text. */
export function withNumbers<T extends { readonly id: unknown }>(row: T): T & { id: number } {
  return { ...row, id: 12345 };
}
