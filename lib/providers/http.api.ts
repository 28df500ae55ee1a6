import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { said } from '@/lib/language/said';
import { failureOfError, failureOfStatus, nameOfCall, notUnderstood, retryAfterMs } from './diagnosis';
import { ApiFailure, type ApiProblem } from './failure';
import { type Json, readJson } from './json';
import { type Rows, RowsFlaw, rowsOf } from './rows';

/** One thing to ask a provider's API for. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the first slash, with the query: what is sent is what is signed. */
  readonly path: string;
  /** JSON text, or a form. */
  readonly body?: string | FormData;
  readonly signal?: AbortSignal;
  /** Whether doing it twice is doing it once. Without it, reading is and nothing else. */
  readonly isRepeatable?: boolean;
};

type HeaderValues = Readonly<Record<string, string>>;
type Send = (headers: HeaderValues) => Promise<Response>;
/**
 * How a provider wants to know us. Wraps every attempt, so that each has its own signature, and may `send` again with
 * new credentials when an answer says that the old ones are over.
 */
export type Access = (call: Call, send: Send) => Promise<Response>;

/** How fast and how long, in milliseconds. */
export type Pace = {
  /** At least this between two attempts of one client. */
  readonly spacing: number;
  /** To wait for a head, for all of an answer that is read at once, and for the next piece of one that streams. */
  readonly timeout: number;
  /** The pause before the second attempt is up to this, before the third up to twice as much. */
  readonly pause: number;
};
const PACE: Pace = { spacing: 100, timeout: 10_000, pause: 1_000 };

const ATTEMPTS = 3;
/** Failures that another attempt may cure. */
const PASSING: readonly ApiProblem[] = ['unreachable', 'timed_out', 'rate_limited', 'server_error'];
/** In all, of waiting for the pieces of one streamed answer; the time between them is the reader's own. */
const LONGEST_STREAM_MS = 5 * 60_000;
const LONGEST_STREAM_BYTES = 2 * 1024 ** 3;
const LONGEST_ANSWER_BYTES = 4 * 1024 ** 2;
const LONGEST_ERROR_BYTES = 64 * 1024;
const LONGEST_RETRY_AFTER_MS = 60_000;

export type Answer = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers };

/** A provider's API. Everything rejects with an `ApiFailure`, or with the reason of the caller's own signal. */
export class Api {
  #nextAt = 0;
  readonly #pace: Pace;

  constructor(
    private readonly settings: {
      /** Without a slash at its end. */
      readonly host: string;
      readonly access: Access;
      /** What must never be shown, should an error repeat it. */
      readonly secrets: readonly string[];
      readonly pace?: Partial<Pace>;
      /** Three; one where whoever calls tries again. */
      readonly attempts?: number;
    },
  ) {
    this.#pace = { ...PACE, ...settings.pace };
  }

  /** An answer of at most 4 MiB, whole. */
  answer(call: Call): Promise<Answer> {
    return this.#attempts(call, async (response, patience) => ({
      bytes: await wholeOf(response, patience, LONGEST_ANSWER_BYTES, call),
      headers: response.headers,
    }));
  }

  async json(call: Call): Promise<Json> {
    const { bytes } = await this.answer(call);
    const read = readJson(bytes);
    if (read.ok) return read.value;
    const isHtml = bytes[0] === '<'.charCodeAt(0);
    throw notUnderstood(nameOfCall(call), isHtml ? said('proof.what.html') : said('proof.what.notJson'));
  }

  /** The rows of the list at `path` of the answer, in flat memory; an answer that breaks off is not asked for again. */
  rows(call: Call, path: string): Rows {
    const { signal } = call;
    const rows = rowsOf(this.#pieces(call), path);
    async function* judged() {
      try {
        yield* rows;
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof RowsFlaw ? notUnderstood(nameOfCall(call), error.said) : error;
      }
    }
    return { beside: rows.beside, [Symbol.asyncIterator]: judged };
  }

  async *#pieces(call: Call): AsyncGenerator<Uint8Array> {
    const [response, patience] = await this.#attempts(call, async (...both) => both, LONGEST_STREAM_MS);
    yield* piecesOf(response, patience, LONGEST_STREAM_BYTES, call);
  }

  async #attempts<T>(call: Call, read: (response: Response, patience: Patience) => Promise<T>, longest?: number) {
    const isRepeatable = call.isRepeatable ?? call.method === 'GET';
    for (let attempt = 1; ; attempt++) {
      await this.#turn(call.signal);
      const patience = new Patience(this.#pace.timeout, longest ?? this.#pace.timeout, call.signal);
      const outcome = await this.#attempt(call, patience, read);
      if (outcome.isDone) return outcome.value;
      if (
        attempt >= (this.settings.attempts ?? ATTEMPTS) ||
        !isRepeatable ||
        !PASSING.includes(outcome.failure.problem)
      )
        throw outcome.failure;
      const pause = outcome.retryAfter ?? Math.random() * this.#pace.pause * 2 ** (attempt - 1);
      if (outcome.failure.problem === 'rate_limited') this.#nextAt = Math.max(this.#nextAt, performance.now() + pause);
      await rest(pause, call.signal);
    }
  }

  async #attempt<T>(
    call: Call,
    patience: Patience,
    read: (response: Response, patience: Patience) => Promise<T>,
  ): Promise<Outcome<T>> {
    try {
      const response = await this.settings.access(call, (headers) => this.#send(call, headers, patience));
      if (response.ok) return { isDone: true, value: await read(response, patience) };
      const body = await wholeOf(response, patience, LONGEST_ERROR_BYTES, call).catch(() => new Uint8Array());
      const asked = retryAfterMs(response.headers.get('retry-after'), Date.now());
      return {
        isDone: false,
        failure: failureOfStatus(nameOfCall(call), response.status, body, this.settings.secrets),
        retryAfter: asked === null ? null : Math.min(asked, LONGEST_RETRY_AFTER_MS),
      };
    } catch (error) {
      call.signal?.throwIfAborted();
      const failure = patience.isOver ? patience.failure(call) : failureOfError(nameOfCall(call), error);
      return { isDone: false, failure, retryAfter: null };
    }
  }

  #send(call: Call, headers: HeaderValues, patience: Patience): Promise<Response> {
    return patience.wait(() =>
      fetch(this.settings.host + call.path, {
        method: call.method,
        headers: {
          accept: 'application/json',
          ...(typeof call.body === 'string' && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: call.body,
        cache: 'no-store',
        redirect: 'manual',
        signal: patience.signal,
      }),
    );
  }

  /** Waits until it may ask again. Everyone who waits has a turn of their own. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#pace.spacing;
    await rest(at - now, signal);
  }
}

type Outcome<T> =
  | { readonly isDone: true; readonly value: T }
  | {
      readonly isDone: false;
      readonly failure: ApiFailure;
      readonly retryAfter: number | null;
    };

/** Counts only the time in which we wait for them: `each` for one thing, `all` together. */
class Patience {
  readonly signal: AbortSignal;
  readonly #over = new AbortController();
  #left: number;

  constructor(
    private readonly each: number,
    all: number,
    callers: AbortSignal | undefined,
  ) {
    this.#left = all;
    this.signal = callers ? AbortSignal.any([callers, this.#over.signal]) : this.#over.signal;
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  failure(call: Call): ApiFailure {
    return new ApiFailure('timed_out', said('proof.call.waiting', { call: nameOfCall(call) }));
  }

  async wait<T>(work: () => Promise<T>): Promise<T> {
    const since = performance.now();
    const timer = setTimeout(() => this.#over.abort(), Math.min(this.each, this.#left));
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      this.#left -= performance.now() - since;
    }
  }
}

async function* piecesOf(response: Response, patience: Patience, longest: number, call: Call) {
  const reader = response.body?.getReader();
  let size = 0;
  try {
    while (reader) {
      const { done, value } = await patience.wait(() => reader.read());
      if (done) return;
      size += value.byteLength;
      if (size > longest) throw notUnderstood(nameOfCall(call), said('proof.what.tooMuch', { bytes: String(longest) }));
      yield value;
    }
  } catch (error) {
    call.signal?.throwIfAborted();
    throw patience.isOver ? patience.failure(call) : failureOfError(nameOfCall(call), error);
  } finally {
    await reader?.cancel().catch(() => undefined); // whoever stopped reading wants no more of it
  }
}

async function wholeOf(response: Response, patience: Patience, longest: number, call: Call) {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(response, patience, longest, call)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

async function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (milliseconds <= 0) return;
  await sleep(milliseconds, undefined, { signal }).catch((error) => {
    signal?.throwIfAborted();
    throw error;
  });
}
