import { keptText, type Said } from '@/lib/language/said';
import type { FoundId } from './found-ids';

/**
 * What the bank says, whatever the layout of the file. A reader turns a file into parts, one after the other, so that a
 * file of a million lines needs no more memory than a short one.
 */

/**
 * What a line is: only a `payment` can be matched; a `balance` row moves nothing. That money went between own accounts
 * (`internal`) no file says, only people.
 */
export const LINE_KINDS = ['payment', 'fee', 'tax', 'balance', 'internal'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export type Counterparty = {
  readonly name: string | null;
  /** CLABE, CBU, CVU or whatever the bank writes, as it writes it. */
  readonly account: string | null;
  /** CPF, CNPJ, CUIT or RFC as written, masked where the bank masks it. */
  readonly taxId: string | null;
};

/** One line of a statement. */
export type StatementLine = {
  /** Where it stands in the file, for people: "line 12", "Ntry 3". */
  readonly place: string;
  /** The bank's local day, YYYY-MM-DD. */
  readonly bookedOn: string;
  /** UTC, ISO 8601, where the file tells a time of day or an offset. */
  readonly bookedAt: string | null;
  readonly valueOn: string | null;
  /** Decimal text; negative is money that went out. */
  readonly amount: string;
  /** `null` where the file does not say: then it is the account's. */
  readonly currency: string | null;
  /** All free text of the line, one piece after the other. */
  readonly text: string;
  readonly counterparty: Counterparty;
  /** The bank's own reference of the line (FITID, folio, comprobante): tells equal payments apart, matches nothing. */
  readonly bankReference: string | null;
  /** The balance after it, where the file has one. */
  readonly balance: string | null;
  readonly kind: LineKind;
  /** What was found in its fields and its text. */
  readonly ids: readonly FoundId[];
};

/** What a file says about itself. */
export type StatementHead = {
  readonly account: string | null;
  readonly bank: string | null;
  readonly currency: string | null;
  /** First and last day it covers. */
  readonly from: string | null;
  readonly to: string | null;
  readonly opening: string | null;
  readonly closing: string | null;
};

export type StatementPart =
  | { readonly part: 'line'; readonly line: StatementLine }
  /** A line that is there and cannot be read, with why and the beginning of its text. */
  | { readonly part: 'unreadable'; readonly place: string; readonly reason: Said; readonly text: string }
  /** A row that is no line: preamble, headings, a blank row, a footer. Counted, so that tallies add up to the file.
   * `reason` is why what looks like a line is none; it has the text in it. */
  | { readonly part: 'note'; readonly place: string; readonly text: string; readonly reason?: Said }
  /** Comes once or several times, whenever the file has told more; later members replace earlier ones. */
  | { readonly part: 'head'; readonly head: Partial<StatementHead> };

/** A file to be read: its bytes in pieces, as often as asked. */
export type StatementFile = {
  readonly name: string;
  readonly size: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** The file as a whole cannot be read; `said` is why, and where. Nothing of it is imported. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly said: Said,
    options?: ErrorOptions,
  ) {
    super(keptText(said), options);
  }
}
