import 'server-only';
import {
  type AccessLog,
  AccessLogReader,
  isAcknowledged,
  type LoggedRequest,
  unaccounted,
} from '@/lib/events/access-log';
import type { ImportReport } from '@/lib/events/acknowledgement';
import { addFalseAcknowledgements, arrivalsOf } from '@/lib/events/acknowledgement.store';
import { sourceOfPath } from '@/lib/events/webhook-path';

/**
 * Finds in the proxy's access log what was answered below 500 and never reached us: the provider believes we have it.
 * The same file may be imported again. A log that comes in pieces is read as it comes, so that the desk goes on.
 */
export async function importAccessLog(log: string | AsyncIterable<string>): Promise<ImportReport> {
  const { lines, requests, unreadable, unreadableCount } = await readWhole(log);
  const acknowledged = requests.filter(isAcknowledged);
  const lost: LoggedRequest[] = [];
  for (const [source, own] of bySource(acknowledged)) {
    const times = own.map(({ answeredAt }) => +answeredAt);
    const span = [
      new Date(times.reduce((a, b) => Math.min(a, b))),
      new Date(times.reduce((a, b) => Math.max(a, b))),
    ] as const;
    lost.push(...unaccounted(own, await arrivalsOf(source, ...span)));
  }
  const added = await addFalseAcknowledgements(lost);
  return {
    lines,
    webhookRequests: requests.length,
    acknowledged: acknowledged.length,
    unaccounted: lost.length,
    added,
    unreadable,
    unreadableCount,
  };
}

async function readWhole(log: string | AsyncIterable<string>): Promise<AccessLog> {
  const reader = new AccessLogReader();
  if (typeof log === 'string') reader.push(log);
  else for await (const piece of log) reader.push(piece);
  return reader.end();
}

function bySource(requests: readonly LoggedRequest[]): Map<string | null, LoggedRequest[]> {
  const groups = new Map<string | null, LoggedRequest[]>();
  for (const request of requests) {
    const source = sourceOfPath(request.path);
    const group = groups.get(source);
    if (group) group.push(request);
    else groups.set(source, [request]);
  }
  return groups;
}
