import type { Provider } from '@/lib/providers/catalogue';
import type { UnreadableLine } from './access-log';

/** An answer below 500 that the proxy in front gave for a webhook of which we have no bytes, as pages show it. */
export type ListedAcknowledgement = {
  readonly id: string;
  readonly answeredAt: Date;
  /** As far as the address tells. */
  readonly provider: Provider | null;
  readonly path: string;
  readonly status: number;
  readonly sourceAddress: string;
  readonly userAgent: string | null;
  readonly line: string;
  readonly importedAt: Date;
};

/** A place in the list, which is ordered by the time of the answer; `null` is its top. */
export type AcknowledgementPlace = {
  readonly answeredAt: Date;
  readonly id: string;
  readonly direction: 'older' | 'newer';
} | null;

export type AcknowledgementPage = {
  readonly rows: readonly ListedAcknowledgement[];
  readonly newer: ListedAcknowledgement | null;
  readonly older: ListedAcknowledgement | null;
};

export type AcknowledgementTotals = {
  readonly count: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly lastImportedAt: Date | null;
};

/** What an import of an access log found. */
export type ImportReport = {
  readonly lines: number;
  readonly webhookRequests: number;
  readonly acknowledged: number;
  readonly unaccounted: number;
  /** Of the unaccounted ones, those not known from an earlier import. */
  readonly added: number;
  /** The first of the unreadable lines. */
  readonly unreadable: readonly UnreadableLine[];
  readonly unreadableCount: number;
};

/** No log that is imported on the page may be longer; the command takes any. */
export const MAX_LOG_BYTES = 64 * 1024 * 1024;
