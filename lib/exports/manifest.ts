import { type Reader, spokenKept } from '@/lib/language/said';
import type { ExportRecord } from './export';
import { FORMATS } from './file-format';

/**
 * What a file holds and the proof of it, as JSON: snake_case, amounts as decimal texts, times in UTC. Its sentences are in
 * the reader's words; what it calls its list, format and preset in those of `labels`, which to a program are English.
 */
export function manifestJson(
  record: ExportRecord,
  { href, origin }: { readonly href: string; readonly origin: string },
  reader: Reader,
  labels: Reader,
) {
  return {
    id: record.id,
    list: labels.t(`exports.list.${record.list}`),
    state: record.state,
    file: fileName(record),
    format: labels.t(`exports.format.${record.format}`),
    preset: labels.t(`exports.preset.${record.preset}`),
    filter: spokenKept(record.filterWords, reader),
    link: new URL(href, origin).href,
    time_zone: record.zone,
    columns: record.columns,
    mark: record.mark,
    rows: record.rowsWritten,
    control_totals: record.totals,
    bytes: record.bytes,
    sha256: record.sha256,
    requested_by: record.requestedBy,
    requested_at: record.requestedAt.toISOString(),
    ended_at: record.endedAt?.toISOString() ?? null,
    streamed: record.isStreamed,
    resumed: record.resumes,
    failure: record.failure && spokenKept(record.failure, reader),
  };
}

/** "concilia-transactions-2026-03-31.csv": the day in the zone of the list. */
export function fileName({
  list,
  zone,
  requestedAt,
  format,
}: Pick<ExportRecord, 'list' | 'zone' | 'requestedAt' | 'format'>): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(requestedAt);
  return `concilia-${list}-${day}.${FORMATS[format].ending}`;
}
