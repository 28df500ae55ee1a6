import type { Provider } from '@/lib/providers/catalogue';
import type { EventType } from './event';

/** Why the door turned something away; the sentence beside it says more. */
export const REFUSAL_CAUSES = ['no_proof', 'too_large', 'unknown_source'] as const;
export type RefusalCause = (typeof REFUSAL_CAUSES)[number];
/** As it is kept: what was refused before causes were written down may have none. */
export const KEPT_CAUSES = [...REFUSAL_CAUSES, 'unknown'] as const;
export type KeptCause = (typeof KEPT_CAUSES)[number];

export type Refusal = {
  readonly receivedAt: Date;
  readonly path: string;
  readonly cause: RefusalCause;
  /** A sentence as `keptText` keeps it; what was refused before that is plain English. */
  readonly reason: string;
  readonly sourceAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly answerStatus: number;
};

/** Whether somebody has made a delivery of it since. */
export const REFUSAL_STATES = ['open', 'admitted'] as const;
export type RefusalState = (typeof REFUSAL_STATES)[number];

/** Whose address it came to; `other` is any that is nobody's. */
export type RefusalFilters = {
  readonly state: RefusalState | null;
  readonly provider: Provider | 'other' | null;
  readonly cause: KeptCause | null;
};

export type RefusalAdmission = { readonly deliverySeq: string; readonly by: string; readonly at: Date };

/** A refusal without its bytes. */
export type RefusalRow = {
  readonly seq: string;
  readonly receivedAt: Date;
  readonly path: string;
  readonly cause: KeptCause;
  readonly reason: string;
  readonly sourceAddress: string;
  readonly sizeBytes: number;
  readonly answerStatus: number;
  readonly admission: RefusalAdmission | null;
};

export type RefusalDetail = RefusalRow & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

export type RefusalTotals = {
  readonly open: number;
  readonly admitted: number;
  /** Refused in the last 24 hours past the bounds of the log: counted by cause, not kept. */
  readonly onlyCounted: Readonly<Record<RefusalCause, number>>;
};

/** What a refused message would say if it were let in. */
export type AdmissionPreview =
  /** It came to an address that is nobody's: there is no telling whose words these are. */
  | { readonly outcome: 'unknown_source' }
  | { readonly outcome: 'unrecognised'; readonly provider: Provider; readonly reason: string }
  | {
      readonly outcome: 'event';
      readonly provider: Provider;
      readonly eventType: EventType;
      readonly transactionId: string;
      readonly isTransactionKnown: boolean;
      /** The delivery that has already brought the same event: admitting it would change nothing. */
      readonly broughtBy: string | null;
    };
