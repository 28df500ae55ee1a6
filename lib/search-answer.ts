import type { Reading } from '@/lib/identifiers/classify';
import type { ExceptionHit, LineHit } from '@/lib/reconciliation/search-hit';
import type { Hit, Likeness } from '@/lib/transactions/hit';
import type { Transaction } from '@/lib/transactions/transaction';
import type { NearHits, SearchGroup, SearchGroups } from './search-groups';

/** What the palette is told while somebody types: little enough to be sent with every pause. Plain JSON. */
export type SearchAnswer = {
  readonly readings: readonly Reading[];
  readonly groups: readonly AnsweredGroup[];
  /** Where nothing is exact: values like it. */
  readonly near: readonly AnsweredHit[];
  /** The database stopped before everything was compared. */
  readonly isCut: boolean;
};
export type AnsweredGroup = {
  readonly name: SearchGroup;
  /** Of all there are, counted up to MAX_COUNTED. */
  readonly count: number;
  readonly hits: readonly AnsweredHit[];
};

type Field = { readonly field: string; readonly value: string; readonly likeness: Likeness };
export type AnsweredHit =
  | ({ readonly is: 'payment'; readonly payment: AnsweredPayment } & Field)
  | ({ readonly is: 'line'; readonly line: LineHit['line'] } & Field)
  | ({ readonly is: 'exception'; readonly exception: ExceptionHit['exception'] } & Field);
export type AnsweredPayment = Pick<
  Transaction,
  'id' | 'provider' | 'kind' | 'status' | 'providerStatus' | 'amount' | 'isIncomplete' | 'isCurrencyAssumed'
>;

const NOT_TOLD: Field = { field: '', value: '', likeness: 'is' };

/** The same hits, each with the first of the fields that hit. */
export function answerOf(readings: readonly Reading[], groups: SearchGroups, near: NearHits | null): SearchAnswer {
  const { transactions, steps, events, lines, exceptions } = groups;
  const all: readonly AnsweredGroup[] = [
    { name: 'transactions', count: transactions.count, hits: transactions.hits.map(paymentHit) },
    { name: 'steps', count: steps.count, hits: steps.hits.map(paymentHit) },
    { name: 'events', count: events.count, hits: events.hits.map(paymentHit) },
    { name: 'lines', count: lines.count, hits: lines.hits.map(lineHit) },
    { name: 'exceptions', count: exceptions.count, hits: exceptions.hits.map(exceptionHit) },
  ];
  return {
    readings,
    groups: all.filter(({ hits }) => hits.length > 0),
    near: near ? near.hits.slice(0, 5).map(paymentHit) : [],
    isCut: near?.isCut ?? false,
  };
}

function paymentHit({ transaction, matches: [match] }: Hit): AnsweredHit {
  const { id, provider, kind, status, providerStatus, amount, isIncomplete, isCurrencyAssumed } = transaction;
  const payment = { id, provider, kind, status, providerStatus, amount, isIncomplete, isCurrencyAssumed };
  const field = match ? { field: match.kind, value: match.value, likeness: match.likeness } : NOT_TOLD;
  return { is: 'payment', payment, ...field };
}

function lineHit({ line, matches: [match] }: LineHit): AnsweredHit {
  return { is: 'line', line, ...exact(match) };
}

function exceptionHit({ exception, matches: [match] }: ExceptionHit): AnsweredHit {
  return { is: 'exception', exception, ...exact(match) };
}

function exact(match: { readonly kind: string; readonly value: string } | undefined): Field {
  return match ? { field: match.kind, value: match.value, likeness: 'is' } : NOT_TOLD;
}
