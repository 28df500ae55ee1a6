import 'server-only';
import { isAcknowledged, type LoggedRequest, readAccessLog, sourceOfPath, unaccounted } from '@/lib/events/access-log';
import { addFalseAcknowledgements, arrivalsOf } from '@/lib/events/acknowledgement.store';

export type ImportReport = {
  readonly webhookRequests: number;
  readonly acknowledged: number;
  readonly unaccounted: number;
  /** Of the unaccounted ones, those not known from an earlier import. */
  readonly added: number;
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
};

/**
 * Finds in the proxy's access log what was answered below 500 and never reached us: the provider believes we have it.
 * The same file may be imported again.
 */
export async function importAccessLog(text: string): Promise<ImportReport> {
  const { requests, unreadable } = readAccessLog(text);
  const lost: LoggedRequest[] = [];
  for (const [source, own] of bySource(requests.filter(isAcknowledged))) {
    const times = own.map(({ answeredAt }) => +answeredAt);
    const span = [
      new Date(times.reduce((a, b) => Math.min(a, b))),
      new Date(times.reduce((a, b) => Math.max(a, b))),
    ] as const;
    lost.push(...unaccounted(own, await arrivalsOf(source, ...span)));
  }
  const added = await addFalseAcknowledgements(lost);
  return {
    webhookRequests: requests.length,
    acknowledged: requests.filter(isAcknowledged).length,
    unaccounted: lost.length,
    added,
    unreadable,
  };
}

function bySource(requests: readonly LoggedRequest[]): Map<string, LoggedRequest[]> {
  const groups = new Map<string, LoggedRequest[]>();
  for (const request of requests) {
    const source = sourceOfPath(request.path) ?? '';
    const group = groups.get(source);
    if (group) group.push(request);
    else groups.set(source, [request]);
  }
  return groups;
}
