import { createHash } from 'node:crypto';

/** One request for a webhook as the proxy in front logged it. */
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

export type AccessLog = {
  readonly requests: readonly LoggedRequest[];
  /** Lines that are neither form, by number from 1, with their beginning. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
};

/** The provider may wait this long for an answer; a longer difference of clocks is a misconfigured machine. */
export const TOLERANCE_MS = 6_000;
const KEPT_LINE_LENGTH = 2_000;

/**
 * Reads an access log, nginx "combined" or JSON lines, and keeps the webhook requests in it (any path under
 * /api/webhooks/). Every line is accounted for: a webhook's, another's, or unreadable.
 */
export function readAccessLog(text: string): AccessLog {
  const occurrences = new Map<string, number>();
  const requests: LoggedRequest[] = [];
  const unreadable: { line: number; text: string }[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const request = line.startsWith('{') ? readJsonLine(line) : readCombinedLine(line);
    if (!request) unreadable.push({ line: i + 1, text: line.slice(0, 120) });
    else if (isWebhook(request.path)) {
      const occurrence = (occurrences.get(line) ?? 0) + 1;
      occurrences.set(line, occurrence);
      const id = createHash('sha256').update(`${occurrence} ${line}`).digest('hex');
      requests.push({ ...request, id, line: line.slice(0, KEPT_LINE_LENGTH) });
    }
  }
  return { requests, unreadable };
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

/** The source a webhook path is for, as far as the path tells. */
export function sourceOfPath(path: string): string | null {
  return /^\/api\/webhooks\/([^/?]+)/.exec(path)?.[1] ?? null;
}

function isWebhook(path: string): boolean {
  return path.startsWith('/api/webhooks/');
}

type Line = Omit<LoggedRequest, 'id' | 'line'>;

const COMBINED = /^(\S+) \S+ \S+ \[([^\]]+)\] "([A-Z]+) (\S+)[^"]*" (\d{3}) \S+(?: "[^"]*" "([^"]*)")?/;
const LOCAL_TIME = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function readCombinedLine(line: string): Line | null {
  const [, sourceAddress, time, method, path, status, userAgent] = COMBINED.exec(line) ?? [];
  const [, day, month, year, clock, hours, minutes] = LOCAL_TIME.exec(time ?? '') ?? [];
  const monthNumber = MONTHS.indexOf(month ?? '') + 1;
  if (!sourceAddress || !method || !path || monthNumber === 0) return null;
  const answeredAt = new Date(`${year}-${String(monthNumber).padStart(2, '0')}-${day}T${clock}${hours}:${minutes}`);
  if (Number.isNaN(+answeredAt)) return null;
  return { answeredAt, method, path, status: Number(status), sourceAddress, userAgent: userAgent ?? null };
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
  return { answeredAt, method, path, status, sourceAddress, userAgent: text('http_user_agent', 'user_agent') ?? null };
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
  return Number.isNaN(at) ? null : new Date(at);
}
