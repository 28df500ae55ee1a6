import { type Said, said } from '@/lib/language/said';
import { ApiFailure, type ApiProblem } from './failure';
import { type Json, LosslessNumber, readJson } from './json';
import { isPlainObject } from './wire';

/** What was asked for, as a message names it: "GET /v1/business/webhooks/events". A query may hold what is personal. */
export function nameOfCall({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.split('?', 1)[0]}`;
}

/** `what` goes on where the name of the call stops: one of the messages `proof.what`. */
export function notUnderstood(call: string, what: Said): ApiFailure {
  return new ApiFailure('not_understood', said('proof.call.notUnderstood', { call, what }));
}

const OF_STATUS: Readonly<Record<number, ApiProblem>> = {
  401: 'unauthorised',
  403: 'unauthorised',
  408: 'timed_out',
  429: 'rate_limited',
};

/** The failure behind an answer that is no 2xx, with what its body says of the cause. `secrets` are kept out of it. */
export function failureOfStatus(
  call: string,
  status: number,
  body: Uint8Array,
  secrets: readonly string[],
): ApiFailure {
  if (status < 400) return notUnderstood(call, said('proof.what.elsewhere', { status: String(status) }));
  const problem = OF_STATUS[status] ?? (status >= 500 ? 'server_error' : 'refused');
  const theirs = theirWords(body, secrets);
  const words = [theirs?.code, theirs?.message].filter(Boolean).join(', ');
  const told = { call, status: String(status) };
  const sentence = words ? said('proof.call.answeredWith', { ...told, words }) : said('proof.call.answered', told);
  return new ApiFailure(problem, sentence, theirs, status);
}

/** Node's and OpenSSL's codes for a certificate that proves nothing: self-signed, unknown issuer, expired, other host. */
const OF_CERTIFICATES = /CERT|SELF_SIGNED|ISSUER|VERIFY|HOSTNAME_MISMATCH|CRL/;
const OF_TIMEOUTS = /TIMEOUT|ETIMEDOUT/;

/** The failure behind an error of the line, by the code the platform gave it. */
export function failureOfError(call: string, error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  const code = codeOf(error);
  if (OF_CERTIFICATES.test(code)) return new ApiFailure('certificate', said('proof.call.certificate', { call, code }));
  if (OF_TIMEOUTS.test(code)) return new ApiFailure('timed_out', said('proof.call.notInTime', { call, code }));
  const sentence = code ? said('proof.call.cutOffBy', { call, code }) : said('proof.call.cutOff', { call });
  return new ApiFailure('unreachable', sentence);
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' && /^[A-Z_0-9]{1,60}$/.test(code) ? code : cause ? codeOf(cause) : '';
}

/** How long `Retry-After` asks to wait, in milliseconds: seconds or an HTTP date; `null` where it says neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

type TheirWords = NonNullable<ApiFailure['theirs']>;

/**
 * The code and message of an error, as each provider spells it: Bitso `{error: {code, message}}`, its webhook API
 * `{error: "…"}`, Ripio `{code, type, detail}`, others `{error, message}`. `null` where the body tells neither.
 */
export function theirWords(body: Uint8Array, secrets: readonly string[]): TheirWords | null {
  const read = readJson(body);
  if (!read.ok || !isPlainObject(read.value)) return null;
  const outer = read.value;
  const inner = isPlainObject(outer.error ?? null) ? (outer.error as { [name: string]: Json }) : outer;
  const told = (...values: (Json | undefined)[]) => {
    const found = values.map(plainText).find(Boolean);
    return found === undefined ? null : shown(found, secrets);
  };
  const code = told(inner.code, inner.type);
  const message = told(inner.message, inner.detail, inner.error, inner.error_description, outer.message);
  return code === null && message === null ? null : { code, message };
}

function plainText(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : value instanceof LosslessNumber ? value.value : '';
}

const LONGEST_WORDS = 200;

/** Their words without what must not be shown: our secrets, e-mail addresses, and runs as long as tokens and hashes. */
function shown(text: string, secrets: readonly string[]): string {
  const bare = secrets.filter(Boolean).reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  const kept = bare.replace(/\S+@\S+/g, '…').replace(/[\w+/=.-]{24,}/g, '…');
  return kept.replace(/\p{C}/gu, ' ').slice(0, LONGEST_WORDS).toWellFormed();
}
