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
  /** Whether the proxy passed on the answer of what is behind it; `null` when its log does not say. */
  readonly isPassedOn: boolean | null;
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
  /** The earliest and the latest time of any line, also of those about something else. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
};

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
  private firstAt: Date | null = null;
  private lastAt: Date | null = null;
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
    const { lines, requests, unreadable, unreadableCount, firstAt, lastAt } = this;
    return { lines, requests, unreadable, unreadableCount, firstAt, lastAt };
  }

  private read(text: string): void {
    this.lineNumber++;
    const line = text.replace(/\r$/, '').replaceAll('\0', '\ufffd'); // PostgreSQL's text has no zero byte
    if (line.trim() === '') return;
    this.lines++;
    const request =
      line.length > LONGEST_LINE ? null : line.startsWith('{') ? readJsonLine(line) : readCombinedLine(line);
    if (request === null) this.setAside(line);
    if (request === null || request === 'other') return;
    if (!this.firstAt || request.answeredAt < this.firstAt) this.firstAt = request.answeredAt;
    if (!this.lastAt || request.answeredAt > this.lastAt) this.lastAt = request.answeredAt;
    if (isWebhookPath(request.path)) this.keep(line, request);
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
  return (
    answeredAt && {
      ...cleaned(path, sourceAddress, userAgent),
      answeredAt,
      method,
      status: Number(status),
      isPassedOn: null,
    }
  );
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
  const isPassedOn = passedOn(fields, status);
  return {
    ...cleaned(path, sourceAddress, text('http_user_agent', 'user_agent')),
    answeredAt,
    method,
    status,
    isPassedOn,
  };
}

/** Under the names that nginx and Traefik use for what was answered behind them; nginx lists every attempt. */
function passedOn(fields: Record<string, string>, status: number): boolean | null {
  const behind = fields.upstream_status ?? fields.OriginStatus;
  return behind === undefined ? null : Number(behind.split(/[,:]/).at(-1)) === status;
}

function cleaned(path: string, sourceAddress: string, userAgent: string | undefined) {
  const short = (text: string) => text.replaceAll('\0', '\ufffd').slice(0, KEPT_LINE_LENGTH);
  return {
    path: short(maskWebhookPaths(path)),
    sourceAddress: short(sourceAddress),
    userAgent: userAgent === undefined ? null : short(maskWebhookPaths(userAgent)),
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
