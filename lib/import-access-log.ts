import 'server-only';
import { createHash } from 'node:crypto';
import { AccessLogReader, type LoggedRequest } from '@/lib/events/access-log';
import type { ImportReport } from '@/lib/events/acknowledgement';
import { arrivalsOf } from '@/lib/events/acknowledgement.store';
import { keepImport } from '@/lib/events/log-import.store';
import { isAccounted, isAcknowledged, type LostRequest, unaccounted } from '@/lib/events/unaccounted';
import { maskWebhookPaths, sourceOfPath } from '@/lib/events/webhook-path';

/** Who imports which file, for the record; `null` is the command line, and lines that were pasted. */
export type ImportBy = { readonly importedBy: string | null; readonly fileName: string | null };

const LONGEST_FILE_NAME = 200;

/**
 * Finds in the proxy's access log what was answered below 500 and never reached us: the provider believes we have it.
 * The same file may be imported again: it adds a record of the import, and nothing else. A log that comes in pieces is
 * read as it comes, so that the desk goes on.
 */
export async function importAccessLog(
  log: string | AsyncIterable<Uint8Array>,
  { importedBy, fileName }: ImportBy,
): Promise<ImportReport> {
  const { lines, requests, unreadable, unreadableCount, firstAt, lastAt, sha256, sizeBytes } = await readWhole(log);
  const acknowledged = requests.filter(isAcknowledged);
  let lost: LostRequest[] = [];
  for (const [source, own] of bySource(requests.filter(isAccounted))) {
    const times = own.map(({ answeredAt }) => +answeredAt);
    const span = [
      new Date(times.reduce((a, b) => Math.min(a, b))),
      new Date(times.reduce((a, b) => Math.max(a, b))),
    ] as const;
    lost = lost.concat(unaccounted(own, await arrivalsOf(source, ...span)));
  }
  const added = await keepImport(lost, {
    importedBy,
    fileName: fileName && shownName(fileName),
    sha256,
    sizeBytes,
    lines,
    webhookRequests: requests.length,
    paired: acknowledged.length - lost.length,
    unreadable: unreadableCount,
    firstAt,
    lastAt,
  });
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

async function readWhole(log: string | AsyncIterable<Uint8Array>) {
  const reader = new AccessLogReader();
  const decoder = new TextDecoder();
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const bytes of typeof log === 'string' ? [new TextEncoder().encode(log)] : log) {
    hash.update(bytes);
    sizeBytes += bytes.byteLength;
    reader.push(decoder.decode(bytes, { stream: true }));
  }
  reader.push(decoder.decode());
  return { ...reader.end(), sha256: hash.digest('hex'), sizeBytes };
}

/** A name as it may be kept: no control characters, no secret of an address in it. */
function shownName(name: string): string {
  return maskWebhookPaths(name.toWellFormed().replace(/\p{Cc}/gu, '\ufffd')).slice(0, LONGEST_FILE_NAME);
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
