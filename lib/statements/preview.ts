import { fromUnits, toUnits } from '@/lib/money';
import { fingerprintOf, occurrenceCounter } from './preview-fingerprint';
import { BalanceProof, type LineOrder, type Proof } from './preview-proof';
import type { LineKind, StatementHead, StatementLine, StatementPart } from './statement';

/** What will become of a row of the file. */
export const VERDICTS = ['accepted', 'duplicate', 'balance', 'tax_or_fee', 'unreadable', 'note'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type PreviewRow =
  | { readonly verdict: 'duplicate'; readonly line: StatementLine; readonly of: string }
  | { readonly verdict: 'accepted' | 'balance' | 'tax_or_fee'; readonly line: StatementLine }
  | { readonly verdict: 'unreadable'; readonly place: string; readonly reason: string; readonly text: string }
  | { readonly verdict: 'note'; readonly place: string; readonly text: string };

export type Preview = {
  /** The first rows, for the eye. */
  readonly rows: readonly PreviewRow[];
  /** The first rows that cannot be read, wherever they stand. */
  readonly unreadable: readonly (PreviewRow & { readonly verdict: 'unreadable' })[];
  /** All rows by what becomes of them; adds up to `count`. */
  readonly tallies: Readonly<Record<Verdict, number>>;
  readonly count: number;
  readonly head: Partial<StatementHead>;
  /** First and last day of the movements. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Movements by currency, without sign; `null` is the account's own. */
  readonly sums: readonly { readonly currency: string | null; readonly in: string; readonly out: string }[];
  /** `null` where the file does not say two balances, or has several currencies. */
  readonly proof: Proof | null;
  readonly order: LineOrder | null;
  readonly firstBreak: string | null;
};

/** A line as the store knows lines. */
export type LineKey = { readonly fingerprint: string; readonly occurrence: number };

/** Which of some lines are there already: the places of those, in the order asked; `null` for a new one. */
export type KnownLines = (keys: readonly LineKey[]) => Promise<readonly (string | null)[]>;

export const ROWS_SHOWN = 200;
const BATCH = 1000;

/** A balance moves nothing and is never a duplicate; everything else is one when the store has its like. */
const NEW: Readonly<Record<LineKind, 'accepted' | 'tax_or_fee' | 'balance'>> = {
  payment: 'accepted',
  fee: 'tax_or_fee',
  tax: 'tax_or_fee',
  balance: 'balance',
};

/**
 * What an import of these parts into an account would do. `known` is asked for a thousand lines at a time. Memory grows
 * with the fingerprints of the lines alone. Throws what the parts throw.
 */
export async function previewOf(
  parts: AsyncIterable<StatementPart>,
  accountId: string,
  known: KnownLines,
): Promise<Preview> {
  const preview = new PreviewBuilder(accountId, known);
  for await (const part of parts) {
    preview.take(part);
    if (preview.isFull) await preview.judge();
  }
  await preview.judge();
  return preview.result();
}

type Waiting = { readonly part: Exclude<StatementPart, { part: 'head' }>; readonly key: LineKey | null };

class PreviewBuilder {
  private readonly rows: PreviewRow[] = [];
  private readonly unreadable: (PreviewRow & { verdict: 'unreadable' })[] = [];
  private readonly tallies: Record<Verdict, number> = {
    accepted: 0,
    duplicate: 0,
    balance: 0,
    tax_or_fee: 0,
    unreadable: 0,
    note: 0,
  };
  private readonly sums = new Map<string | null, { in: bigint; out: bigint }>();
  private readonly proof = new BalanceProof();
  private readonly occurrence = occurrenceCounter();
  private waiting: Waiting[] = [];
  private head: Partial<StatementHead> = {};
  private period: { from: string; to: string } | null = null;

  constructor(
    private readonly accountId: string,
    private readonly known: KnownLines,
  ) {}

  get isFull(): boolean {
    return this.waiting.length >= BATCH;
  }

  take(part: StatementPart): void {
    if (part.part === 'head') {
      this.head = { ...this.head, ...part.head };
    } else {
      this.waiting.push({ part, key: part.part === 'line' ? this.line(part.line) : null });
    }
  }

  private line(line: StatementLine): LineKey | null {
    this.proof.take(line);
    if (line.kind === 'balance') return null;
    const sum = this.sums.get(line.currency) ?? { in: 0n, out: 0n };
    const units = toUnits(line.amount);
    if (units < 0n) sum.out -= units;
    else sum.in += units;
    this.sums.set(line.currency, sum);
    const day = line.bookedOn;
    this.period ??= { from: day, to: day };
    if (day < this.period.from) this.period.from = day;
    if (day > this.period.to) this.period.to = day;
    const fingerprint = fingerprintOf(line, this.accountId);
    return { fingerprint, occurrence: this.occurrence(fingerprint) };
  }

  async judge(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    const keys = waiting.flatMap(({ key }) => (key ? [key] : []));
    const places = keys.length === 0 ? [] : await this.known(keys);
    if (places.length !== keys.length) throw new Error(`Asked for ${keys.length} lines, told of ${places.length}`);
    let next = 0;
    for (const { part, key } of waiting) this.count(rowOf(part, key ? (places[next++] ?? null) : null));
  }

  private count(row: PreviewRow): void {
    this.tallies[row.verdict]++;
    if (this.rows.length < ROWS_SHOWN) this.rows.push(row);
    if (row.verdict === 'unreadable' && this.unreadable.length < ROWS_SHOWN) this.unreadable.push(row);
  }

  result(): Preview {
    const { rows, unreadable, tallies, head, period, proof } = this;
    return {
      rows,
      unreadable,
      tallies,
      count: Object.values(tallies).reduce((sum, tally) => sum + tally, 0),
      head,
      period,
      sums: [...this.sums].map(([currency, sum]) => ({ currency, in: fromUnits(sum.in), out: fromUnits(sum.out) })),
      proof: this.sums.size > 1 ? null : proof.result(head),
      order: proof.order,
      firstBreak: proof.firstBreak,
    };
  }
}

function rowOf(part: Waiting['part'], place: string | null): PreviewRow {
  if (part.part === 'note') return { verdict: 'note', place: part.place, text: part.text };
  if (part.part === 'unreadable') {
    return { verdict: 'unreadable', place: part.place, reason: part.reason, text: part.text };
  }
  const { line } = part;
  return place === null ? { verdict: NEW[line.kind], line } : { verdict: 'duplicate', line, of: place };
}
