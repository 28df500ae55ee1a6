import { fromUnits, toUnits } from '@/lib/money';
import type { StatementHead, StatementLine } from './statement';

/** Whether a file adds up: opening + movements = closing, to the last digit. */
export type Proof = {
  readonly opening: string;
  readonly movements: string;
  readonly closing: string;
  /** opening + movements − closing; "0" where it holds. */
  readonly difference: string;
  /** Who says the two balances: the file's own head, or the balances beside its lines. */
  readonly from: 'head' | 'lines';
};

export type LineOrder = 'oldest_first' | 'newest_first';

type Mark = { readonly balance: bigint; readonly amount: bigint; readonly before: bigint; readonly place: string };

/** Follows the balances of one file, line by line, in memory of a few numbers. */
export class BalanceProof {
  private total = 0n;
  private first: Mark | null = null;
  private last: Mark | null = null;
  private marks = 0;
  private ascending = 0;
  private descending = 0;
  private sinceLast = 0n;
  private firstDay: string | null = null;
  private lastDay: string | null = null;
  private readonly breaks: Record<LineOrder, string | null> = { oldest_first: null, newest_first: null };

  take(line: StatementLine): void {
    const amount = toUnits(line.amount);
    this.firstDay ??= line.bookedOn;
    this.lastDay = line.bookedOn;
    if (line.balance !== null)
      this.mark({ balance: toUnits(line.balance), amount, before: this.total, place: line.place });
    else this.sinceLast += amount;
    this.total += amount;
  }

  private mark(mark: Mark): void {
    const { last } = this;
    if (last) {
      // Between two balances lie the lines that have none; a line's own balance is the one after it.
      if (mark.balance === last.balance + this.sinceLast + mark.amount) this.ascending++;
      else this.breaks.oldest_first ??= mark.place;
      if (last.balance === mark.balance + this.sinceLast + last.amount) this.descending++;
      else this.breaks.newest_first ??= mark.place;
    }
    this.first ??= mark;
    this.last = mark;
    this.marks++;
    this.sinceLast = 0n;
  }

  /** Which way the file runs: as most of its balances say, else as its days do; `null` for a single day without balances. */
  get order(): LineOrder | null {
    if (this.ascending !== this.descending) return this.ascending > this.descending ? 'oldest_first' : 'newest_first';
    if (this.firstDay === this.lastDay || !this.firstDay || !this.lastDay) return null;
    return this.firstDay < this.lastDay ? 'oldest_first' : 'newest_first';
  }

  /** The first line whose balance does not follow from the one before it; `null` where all do. */
  get firstBreak(): string | null {
    return this.breaks[this.order ?? 'oldest_first'];
  }

  /** `null` where the file does not say two balances. */
  result(head: Partial<StatementHead>): Proof | null {
    if (head.opening != null && head.closing != null) {
      return this.proof(toUnits(head.opening), toUnits(head.closing), 'head');
    }
    const lines = this.fromLines();
    if (!lines) return null;
    const opening = head.opening != null ? toUnits(head.opening) : lines.opening;
    const closing = head.closing != null ? toUnits(head.closing) : lines.closing;
    // A single balance gives both ends by the movements themselves, which proves nothing.
    if (this.marks < 2 && head.opening == null && head.closing == null) return null;
    return this.proof(opening, closing, 'lines');
  }

  private fromLines(): { opening: bigint; closing: bigint } | null {
    const { first, last } = this;
    if (!first || !last) return null;
    const upToFirst = first.before + first.amount;
    if (this.order === 'newest_first') {
      return { opening: last.balance - last.amount - this.sinceLast, closing: first.balance + first.before };
    }
    return { opening: first.balance - upToFirst, closing: last.balance + this.sinceLast };
  }

  private proof(opening: bigint, closing: bigint, from: Proof['from']): Proof {
    return {
      opening: fromUnits(opening),
      movements: fromUnits(this.total),
      closing: fromUnits(closing),
      difference: fromUnits(opening + this.total - closing),
      from,
    };
  }
}
