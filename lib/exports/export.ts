import type { Sight } from '@/lib/access/rights';
import type { Region } from '@/lib/language/region';
import type { TimeZone } from '@/lib/time-zones';
import type { FileFormat, Preset } from './file-format';

/** The lists that can be handed over as a file. The labels are those of the API; people read them in their own words. */
export const EXPORT_LISTS = {
  transactions: { label: 'Transactions' },
  refunds: { label: 'Refunds' },
  legs: { label: 'Legs' },
  lines: { label: 'Bank lines' },
  exceptions: { label: 'Exceptions' },
} as const satisfies Record<string, { label: string }>;
export type ExportListName = keyof typeof EXPORT_LISTS;

export function isExportList(text: unknown): text is ExportListName {
  return typeof text === 'string' && Object.hasOwn(EXPORT_LISTS, text);
}

/** From here on a file is made by a job; below, it is streamed at once. */
export const JOB_ROWS = 50_000;
/** The bytes of a file made by a job are kept so long. */
export const KEPT_DAYS = 7;

/** `queued` and `running` are under way; the others are how it ended. */
export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export function isUnderWay(state: ExportState): boolean {
  return state === 'queued' || state === 'running';
}

/** What was written of one currency and direction; `sum` is `null` where no amount is known. */
export type ControlTotal = {
  readonly currency: string | null;
  /** `null` where the list knows no direction. */
  readonly direction: 'in' | 'out' | null;
  readonly count: number;
  readonly sum: string | null;
};

/** A file to be made. */
export type ExportOrder = {
  readonly list: ExportListName;
  readonly format: FileFormat;
  readonly preset: Preset;
  /** Names of its columns, in order. */
  readonly columns: readonly string[];
  /** The list's query string, as its own writer writes it. */
  readonly query: string;
  /** A kept sentence. */
  readonly filterWords: string;
  readonly zone: TimeZone;
  /** Whose words its headings and sentences are in: the reader's who ordered it. */
  readonly language: Region;
  /** How much of personal data is in it: as much as whoever ordered it sees. */
  readonly sight: Sight;
  /** By e-mail address, or the name of what asked. */
  readonly requestedBy: string;
};

/** A file that was handed over, or is being made, with its proof. Counts are whole numbers, bytes too. */
export type ExportRecord = ExportOrder & {
  readonly id: string;
  readonly state: ExportState;
  readonly isStreamed: boolean;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** The end of the chain of receipts when its rows were read, as decimal text. */
  readonly mark: string | null;
  readonly rowsExpected: number | null;
  readonly rowsWritten: number;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly totals: readonly ControlTotal[];
  /** A kept sentence. */
  readonly failure: string | null;
  readonly resumes: number;
  readonly keptUntil: Date | null;
};

/** Whether its bytes can still be had. */
export function isKept({ state, isStreamed, keptUntil }: ExportRecord, now: Date): boolean {
  return state === 'done' && !isStreamed && keptUntil !== null && keptUntil > now;
}
