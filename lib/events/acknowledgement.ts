import type { Provider } from '@/lib/providers/catalogue';
import type { UnreadableLine } from './access-log';

/** Who gave an answer that a provider took for "delivered": the desk, what stands in front of it, or nobody can tell. */
export const ANSWERERS = ['app', 'front', 'unknown'] as const;
export type Answerer = (typeof ANSWERERS)[number];

/** Whether a person has said that the message is here after all. */
export const ACKNOWLEDGEMENT_STATES = ['open', 'recovered', 'all'] as const;
export type AcknowledgementState = (typeof ACKNOWLEDGEMENT_STATES)[number];

/** A person's word that a message is here after all: the delivery that brought it, or the reason, or both. */
export type Recovery = {
  readonly deliverySeq: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
};

/** An answer below 500 that was given for a webhook of which we have no bytes, as pages show it. */
export type ListedAcknowledgement = {
  readonly id: string;
  readonly answeredAt: Date;
  /** As far as the address tells. */
  readonly provider: Provider | null;
  readonly path: string;
  readonly status: number;
  readonly answeredBy: Answerer;
  readonly sourceAddress: string;
  readonly userAgent: string | null;
  readonly line: string;
  readonly importedAt: Date;
  readonly recovery: Recovery | null;
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
  readonly open: number;
  readonly recovered: number;
  /** When the last of the open ones was answered. */
  readonly lastOpenAt: Date | null;
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

/** A reason is a sentence or two. */
export const MAX_RECOVERY_REASON = 500;
