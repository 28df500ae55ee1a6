import { createHash } from 'node:crypto';
import { isWebhookPath, maskWebhookPaths } from './webhook-path';

/** One request for a webhook as the proxy in front logged it; secrets in its address are masked. */
export type LoggedRequest = {
  /** SHA-256 of the line and its place among equal lines of the file. */
  readonly id: string;
  readonly answeredAt: Date;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly sourceAddress: string;
  readonly userAgent: string | null;
  readonly line: string;
};

export type UnreadableLine = { readonly line: number; readonly text: string };

export type AccessLog = {
  /** Lines that were not empty. */
  readonly lines: number;
  readonly requests: readonly LoggedRequest[];
  /** Lines that are neither form, by number from 1, with their beginning: the first of them. */
  readonly unreadable: readonly UnreadableLine[];
  readonly unreadableCount: number;
};

/** The provider may wait this long for an answer; a longer difference of clocks is a misconfigured machine. */
export const TOLERANCE_MS = 6_000;
const KEPT_LINE_LENGTH = 2_000;
/** No proxy writes a longer line; a file without line breaks is no log. */
const LONGEST_LINE = 64 * 1024;
const LISTED_UNREADABLE = 200;

/** Reads an access log whole; see `AccessLogReader`. */
export function readAccessLog(text: string): AccessLog {
  const reader = new AccessLogReader();
  reader.push(text);
  return reader.end();
}

/**
 * Reads an access log, nginx "combined" or JSON lines, as it comes in pieces, and keeps the webhook requests in it (any
 * path under /api/webhooks). Every line is accounted for: a webhook's, another's, or unreadable.
 */
export class AccessLogReader {
  private rest = '';
  private lineNumber = 0;
  private lines = 0;
  private unreadableCount = 0;
  private readonly unreadable: UnreadableLine[] = [];
  private readonly requests: LoggedRequest[] = [];
  private readonly occurrences = new Map<string, number>();

  push(piece: string): void {
    const lines = (this.rest + piece).split('\n');
    // Of a line that is too long its beginning is enough to say so.
    this.rest = (lines.pop() ?? '').slice(0, LONGEST_LINE + 1);
    for (const line of lines) this.read(line);
  }

  end(): AccessLog {
    if (this.rest !== '') this.read(this.rest);
    this.rest = '';
    const { lines, requests, unreadable, unreadableCount } = this;
    return { lines, requests, unreadable, unreadableCount };
  }

  private read(text: string): void {
    this.lineNumber++;
    const line = text.replace(/\r$/, '').replaceAll('\0', '\ufffd'); // PostgreSQL's text has no zero byte
    if (line.trim() === '') return;
    this.lines++;
    const request =
      line.length > LONGEST_LINE ? null : line.startsWith('{') ? readJsonLine(line) : readCombinedLine(line);
    if (request === null) this.setAside(line);
    else if (request !== 'other' && isWebhookPath(request.path)) this.keep(line, request);
  }

  private setAside(line: string): void {
    this.unreadableCount++;
    if (this.unreadable.length >= LISTED_UNREADABLE) return;
    this.unreadable.push({ line: this.lineNumber, text: maskWebhookPaths(line.slice(0, 1_000)).slice(0, 120) });
  }

  private keep(line: string, request: Line): void {
    const digest = createHash('sha256').update(line).digest('hex');
    const occurrence = (this.occurrences.get(digest) ?? 0) + 1;
    this.occurrences.set(digest, occurrence);
    const id = createHash('sha256').update(`${occurrence} ${line}`).digest('hex');
    this.requests.push({ ...request, id, line: maskWebhookPaths(line).slice(0, KEPT_LINE_LENGTH) });
  }
}

/** Whether the provider took the answer for "delivered": below 500, and not 499 (it had hung up before an answer). */
export function isAcknowledged(request: LoggedRequest): boolean {
  return request.method === 'POST' && request.status < 500 && request.status !== 499 && request.status >= 200;
}

/**
 * The acknowledged requests that no arrival accounts for. Each arrival accounts for one request within the tolerance;
 * both are walked in the order of time, which pairs as many as can be paired.
 */
export function unaccounted(requests: readonly LoggedRequest[], arrivals: readonly Date[]): LoggedRequest[] {
  const waiting = arrivals.map(Number).sort((a, b) => a - b);
  const byTime = requests.filter(isAcknowledged).sort((a, b) => +a.answeredAt - +b.answeredAt);
  let next = 0;
  return byTime.filter(({ answeredAt }) => {
    while (next < waiting.length && (waiting[next] as number) < +answeredAt - TOLERANCE_MS) next++;
    const isThere = next < waiting.length && (waiting[next] as number) <= +answeredAt + TOLERANCE_MS;
    if (isThere) next++;
    return !isThere;
  });
}

type Line = Omit<LoggedRequest, 'id' | 'line'>;

const COMBINED = /^(\S+) \S+ \S+ \[([^\]]+)\] "([A-Z]+) ([^\s"]+)(?: [^"]*)?" (\d{3}) \S+(?: "[^"]*" "([^"]*)")?/;
/** The same form around what was no HTTP request: somebody tried TLS or nothing at all on the plain port. */
const NO_REQUEST = /^\S+ \S+ \S+ \[[^\]]+\] "[^"]*" \d{3} /;
const LOCAL_TIME = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function readCombinedLine(line: string): Line | 'other' | null {
  const [, sourceAddress, time, method, path, status, userAgent] = COMBINED.exec(line) ?? [];
  if (!sourceAddress || !method || !path) return NO_REQUEST.test(line) ? 'other' : null;
  const [, day, month, year, clock, hours, minutes] = LOCAL_TIME.exec(time ?? '') ?? [];
  const monthNumber = MONTHS.indexOf(month ?? '') + 1;
  if (monthNumber === 0) return null;
  const answeredAt = plausible(
    new Date(`${year}-${String(monthNumber).padStart(2, '0')}-${day}T${clock}${hours}:${minutes}`),
  );
  return answeredAt && lineOf(answeredAt, method, path, Number(status), sourceAddress, userAgent);
}

/** JSON lines under the names that nginx, Caddy, Traefik and the clouds' balancers use. */
function readJsonLine(line: string): Line | null {
  const fields = jsonFields(line);
  if (!fields) return null;
  const text = (...names: string[]) =>
    names.map((name) => fields[name]).find((value) => value !== undefined && value !== '');
  const [requestMethod, requestPath] = (text('request') ?? '').split(' ');
  const method = text('request_method', 'method', 'RequestMethod') ?? requestMethod;
  const path = text('request_uri', 'uri', 'path', 'RequestPath') ?? requestPath;
  const status = Number(text('status', 'status_code', 'DownstreamStatus'));
  const answeredAt = instantOf(text('time_iso8601', 'time', 'timestamp', 'ts', 'msec', 'StartUTC'));
  const sourceAddress = text('remote_addr', 'remote_ip', 'client_ip', 'ClientHost') ?? 'unknown';
  if (!method || !path || !Number.isInteger(status) || !answeredAt) return null;
  return lineOf(answeredAt, method, path, status, sourceAddress, text('http_user_agent', 'user_agent'));
}

function lineOf(
  answeredAt: Date,
  method: string,
  path: string,
  status: number,
  sourceAddress: string,
  userAgent: string | undefined,
): Line {
  const cleaned = (text: string) => text.replaceAll('\0', '\ufffd').slice(0, KEPT_LINE_LENGTH);
  return {
    answeredAt,
    method,
    path: cleaned(maskWebhookPaths(path)),
    status,
    sourceAddress: cleaned(sourceAddress),
    userAgent: userAgent === undefined ? null : cleaned(maskWebhookPaths(userAgent)),
  };
}

function jsonFields(line: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const flat = { ...value, ...('request' in value && typeof value.request === 'object' ? value.request : {}) };
    const simple = Object.entries(flat).filter(([, member]) => ['string', 'number'].includes(typeof member));
    return Object.fromEntries(simple.map(([name, member]) => [name, String(member)]));
  } catch {
    return null;
  }
}

/** ISO 8601 with a zone, or Unix time in seconds or milliseconds. */
function instantOf(text: string | undefined): Date | null {
  if (!text) return null;
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const isZoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const at = Number.isNaN(number) ? (isZoned ? Date.parse(text) : Number.NaN) : number < 1e11 ? number * 1000 : number;
  return plausible(new Date(at));
}

/** No proxy logged anything before or after these; and a database has no such years. */
function plausible(at: Date): Date | null {
  return at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100 ? at : null;
}
