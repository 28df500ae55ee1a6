import type { AcknowledgementTotals } from './acknowledgement';

/** One reading of an access log; every acknowledged request in it is paired, found or already known. */
export type LogImport = {
  readonly seq: string;
  readonly importedAt: Date;
  /** Who sent it on the page; `null` is the command line. */
  readonly importedBy: string | null;
  /** `null` for pasted lines. */
  readonly fileName: string | null;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly lines: number;
  readonly webhookRequests: number;
  /** Acknowledged requests whose bytes are in the store. */
  readonly paired: number;
  /** Those without bytes: new in the ledger, and in it before. */
  readonly found: number;
  readonly alreadyKnown: number;
  readonly unreadable: number;
  /** The earliest and the latest time of any line in it; `null` when none could be read. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
};

/** A stretch of time that imported logs cover without a gap longer than `LONGEST_GAP_HOURS`. */
export type CoveredStretch = { readonly from: Date; readonly to: Date };

/** Between two lines of a quiet desk's log; a longer silence is a time of which no log was imported. */
export const LONGEST_GAP_HOURS = 24;
const DAY_MS = 24 * 3_600_000;

export type LogCoverage = {
  /** All imports, also of logs without a line about a webhook, which cover nothing. */
  readonly imports: number;
  readonly lastImportedAt: Date | null;
  /** Newest first, bounded. */
  readonly stretches: readonly CoveredStretch[];
};

/** Since when no message is known to be lost, and until when that was looked at. */
export type Cleanness =
  | { readonly state: 'unchecked' }
  | {
      readonly state: 'checked';
      readonly since: Date;
      readonly until: Date;
      /** The last import is older than a day, or its log ended more than a day ago. */
      readonly isStale: boolean;
    };

/**
 * Clean since the last lost message that nobody has recovered; without one, since the logs that were imported begin. A
 * time of which no log was imported is not clean: it begins anew after each.
 */
export function cleannessOf(
  { lastOpenAt }: Pick<AcknowledgementTotals, 'lastOpenAt'>,
  { stretches: [latest], lastImportedAt }: LogCoverage,
  now: Date,
): Cleanness {
  if (!latest || !lastImportedAt) return { state: 'unchecked' };
  const since = lastOpenAt && lastOpenAt > latest.from ? lastOpenAt : latest.from;
  const until = new Date(Math.max(+latest.to, +since));
  const isStale = +now - Math.min(+lastImportedAt, +latest.to) > DAY_MS;
  return { state: 'checked', since, until, isStale };
}
